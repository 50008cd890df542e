package {{package}};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.ClassPathCatalog;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.CommandException;
import picocli.CommandLine;

class {{class}}Test {
  private final Catalog catalog = ClassPathCatalog.of({{class}}Test.class.getClassLoader());
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  /** Who calls in a test: everything is printed to one place. */
  private record TestCaller(PrintStream out) implements Caller {
    @Override
    public PrintStream err() {
      return out;
    }

    @Override
    public int columns() {
      return 0;
    }

    @Override
    public String program() {
      return "vaelix";
    }

    @Override
    public boolean interrupted() {
      return false;
    }
  }

  /** Runs the command as the command line does. {@return what it prints} */
  private String run(String... arguments) {
    {{class}} command = new {{class}}(catalog);
    new CommandLine(command).parseArgs(arguments);
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    assertEquals(0, command.run(new TestCaller(out)));
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void countsEveryKind() {
    String all = run();

    assertTrue(all.contains("backend "), all);
    assertTrue(all.contains("optimiser "), all);
  }

  @Test
  void countsOneKind() {
    int backends = catalog.parts("backend").size();

    assertEquals("backend " + backends + System.lineSeparator(), run("--kind", "backend"));
  }

  @Test
  void refusesAnUnknownKind() {
    assertThrows(CommandException.class, () -> run("--kind", "nothing"));
  }
}
