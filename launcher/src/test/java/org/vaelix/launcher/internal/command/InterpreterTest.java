package org.vaelix.launcher.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.data.DataException;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.run.RunException;
import org.vaelix.core.training.TrainingException;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import picocli.CommandLine;
import picocli.CommandLine.Option;

class InterpreterTest {
  @TempDir Path traces;

  private final Recorder out = new Recorder();
  private final Recorder err = new Recorder();
  private final Commands commands = new Commands();

  @Test
  void returnsWhatTheCommandReturnsAndReleasesIt() {
    assertEquals(7, run("count", "--to", "7"));
    assertEquals("7\n", out.text());
    assertEquals("", err.text());
    assertEquals(List.of("count"), commands.loaded);
    assertEquals(0, commands.used.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coutn | there is no command 'coutn', did you mean 'count'?; see 'vaelix --help'",
        "xyz | there is no command 'xyz'; see 'vaelix --help'",
        "--halp | there is no option '--halp', did you mean '--help'?; see 'vaelix --help'",
        "count --too=3"
            + " | 'count' has no option '--too', did you mean '--to'?; see 'vaelix count --help'",
        "count x | 'count' does not know what to do with 'x'; see 'vaelix count --help'",
        "count --to=x | Invalid value for option '--to': 'x' is not a whole number of this size;"
            + " see 'vaelix count --help'",
      })
  void mistakesOfUsageAreOneLine(String arguments, String message) {
    assertEquals(2, run(arguments.split(" ")));
    assertEquals("vaelix: " + message + "\n", err.text());
    assertEquals("", out.text());
  }

  @Test
  void withoutCommandTheUsageIsPrinted() {
    assertEquals(2, run());
    assertTrue(err.text().contains("count  Counts."), err.text());
  }

  @Test
  void helpAndVersionGoToOut() {
    assertEquals(0, run("--help"));
    assertEquals(0, run("count", "--help"));
    assertEquals(0, run("--version"));
    assertTrue(out.text().contains("Usage: vaelix count [-h]"), out.text());
    assertTrue(out.text().endsWith("vaelix 1.2.3\n"), out.text());
    assertEquals("", err.text());
  }

  @Test
  void messagesOfMistakesAreAllThatIsPrinted() {
    List<Exception> mistakes =
        List.of(
            new CommandException("m"),
            new CatalogException("m", new IllegalStateException("hidden")),
            new DataException("m"),
            new ModelException("m"),
            new RunException("m", new IOException("hidden")),
            new TrainingException("m"));
    for (Exception mistake : mistakes) {
      commands.failure = mistake;
      assertEquals(2, run("count"), mistake.toString());
    }
    assertEquals("vaelix: m\n".repeat(mistakes.size()), err.text());
  }

  @Test
  void eachLineOfAMessageSaysWhoSpeaks() {
    commands.failure = new DataException("one\ntwo");
    assertEquals(2, run("count"));
    assertEquals("vaelix: one\nvaelix: two\n", err.text());
  }

  @Test
  void aMissingFileIsAMistakeEvenIfUnchecked() {
    commands.failure = new UncheckedIOException(new NoSuchFileException("a/b.csv"));
    assertEquals(2, run("count"));
    assertEquals("vaelix: a/b.csv: there is no such file or folder\n", err.text());
  }

  @Test
  void aFaultIsOneLineAndItsTraceIsKept() throws IOException {
    commands.failure = new IllegalStateException("never\nhappens");
    assertEquals(1, run("count"));
    String line = err.text();
    assertEquals(1, line.lines().count());
    assertTrue(
        line.startsWith("vaelix: internal error: java.lang.IllegalStateException: never happens"));
    try (var files = Files.list(traces)) {
      Path kept = files.findFirst().orElseThrow();
      assertTrue(line.contains(kept.toString()), line);
      assertTrue(Files.readString(kept).contains("at " + getClass().getName()));
    }
  }

  @Test
  void aTraceIsPrintedOnRequestOnly() {
    commands.failure = new DataException("m");
    run("count");
    assertFalse(err.text().contains("\tat "));
    run("count", "--stacktrace");
    assertTrue(err.text().contains("\tat "));
  }

  @Test
  void aFullHeapNamesTheRemedy() {
    commands.error = new OutOfMemoryError();
    assertEquals(1, run("count"));
    assertTrue(err.text().contains("VAELIX_OPTS=-Xmx"), err.text());
  }

  private int run(String... arguments) {
    Caller caller = new Invocation(out.stream(), err.stream(), 0, "vaelix");
    return new Interpreter(commands, "vaelix 1.2.3", new Failures(traces)).run(caller, arguments);
  }

  /** Two commands, so that a call must choose. */
  private static final class Commands implements CommandSource {
    final List<String> loaded = new ArrayList<>();
    final List<Command> used = new ArrayList<>();
    Exception failure;
    Error error;

    @Override
    public List<String> names() {
      return List.of("count", "other");
    }

    @Override
    public Command get(String name) {
      loaded.add(name);
      Command command = new Count(this);
      used.add(command);
      return command;
    }

    @Override
    public void release(Command command) {
      assertTrue(used.remove(command));
    }
  }

  @CommandLine.Command(description = "Counts.")
  private static final class Count implements Command {
    private final Commands commands;

    @Option(names = "--to")
    private int to;

    Count(Commands commands) {
      this.commands = commands;
    }

    @Override
    public int run(Caller caller) throws Exception {
      if (commands.failure != null) {
        throw commands.failure;
      }
      if (commands.error != null) {
        throw commands.error;
      }
      caller.out().println(to);
      return to;
    }
  }
}
