package org.vaelix.launcher.internal.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vaelix.core.file.AtomicFile;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.CommandException;

/** The file of an option {@code --json}; null if it is not given. */
final class JsonOption {
  private JsonOption() {}

  /** Before anything is computed. */
  static void check(Path file) {
    if (file != null && !Files.isDirectory(file.toAbsolutePath().getParent())) {
      throw new CommandException("--json: there is no folder for " + file);
    }
  }

  static void write(Path file, JsonObject json, Caller caller) throws IOException {
    if (file != null) {
      String text =
          new GsonBuilder()
              .setPrettyPrinting()
              .serializeSpecialFloatingPointValues()
              .create()
              .toJson(json);
      AtomicFile.write(file, out -> out.write((text + "\n").getBytes(StandardCharsets.UTF_8)));
      caller.out().println("\nwrote " + file);
    }
  }
}
