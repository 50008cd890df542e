package org.vaelix.launcher.internal.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.vaelix.core.backend.BackendException;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.data.DataException;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.recipe.RecipeException;
import org.vaelix.core.run.RunException;
import org.vaelix.core.training.TrainingException;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.CommandException;

/**
 * Tells mistakes of the user's, which are answered by their message and exit code 2, from faults of
 * ours, whose trace is kept and whose exit code is 1.
 */
final class Failures {
  static final int FAULT = 1;
  static final int MISTAKE = 2;

  /** Exceptions whose message is written for the user. */
  private static final Set<Class<? extends RuntimeException>> MISTAKES =
      Set.of(
          CommandException.class,
          BackendException.class,
          CatalogException.class,
          DataException.class,
          ModelException.class,
          RecipeException.class,
          RunException.class,
          TrainingException.class);

  private final Path traces;

  /** Creates the mapping; {@code traces} is the folder for traces of faults. */
  Failures(Path traces) {
    this.traces = traces;
  }

  static Failures inTempFolder() {
    return new Failures(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Tells the caller. {@return the exit code} */
  int report(Caller caller, Throwable failure, boolean stacktrace) {
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    if (stacktrace) {
      cause.printStackTrace(caller.err());
    }
    if (MISTAKES.contains(cause.getClass())) {
      say(caller, cause.getMessage());
      return MISTAKE;
    }
    if (cause instanceof FileSystemException file) {
      say(caller, describe(file));
      return MISTAKE;
    }
    if (cause instanceof OutOfMemoryError) {
      say(
          caller,
          "the Java heap is full; take a smaller batchSize, or allow more with"
              + " VAELIX_OPTS=-Xmx8g, for example");
      return FAULT;
    }
    say(caller, "internal error: " + oneLine(cause) + keep(cause));
    return FAULT;
  }

  private static void say(Caller caller, String message) {
    message.lines().forEach(line -> caller.err().println("vaelix: " + line));
  }

  private static String describe(FileSystemException file) {
    String reason = file.getReason();
    if (file instanceof NoSuchFileException) {
      reason = "there is no such file or folder";
    } else if (file instanceof AccessDeniedException) {
      reason = "permission denied";
    } else if (file instanceof FileAlreadyExistsException) {
      reason = "it exists already";
    }
    return file.getFile() + ": " + reason;
  }

  private static String oneLine(Throwable fault) {
    return fault.toString().replaceAll("\\s+", " ");
  }

  private String keep(Throwable fault) {
    try {
      Path file = Files.createTempFile(traces, "vaelix-error-", ".txt");
      try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
        fault.printStackTrace(writer);
      }
      return " (please report it with the trace in " + file + ")";
    } catch (IOException e) {
      return " (--stacktrace prints where; it cannot be kept: " + e.getMessage() + ")";
    }
  }
}
