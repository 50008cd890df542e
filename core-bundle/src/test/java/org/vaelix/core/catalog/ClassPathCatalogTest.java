package org.vaelix.core.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.part.PartType;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;

class ClassPathCatalogTest {
  @TempDir Path folder;

  /** Options of all the parts here: none. */
  public record None() {}

  /** What the good parts share, so that their kind is found through a superclass. */
  public abstract static class Base implements ScheduleFactory<None> {
    @Override
    public None defaults() {
      return new None();
    }

    @Override
    public Schedule create(None config) {
      return Schedule.constant(1);
    }
  }

  @PartType("flat")
  public static final class Flat extends Base {}

  @PartType("angry")
  public static final class Angry extends Base {
    public Angry() {
      throw new IllegalStateException("no licence");
    }
  }

  public static final class Nameless extends Base {}

  @PartType("kindless")
  public static final class Kindless implements PartFactory<None> {
    @Override
    public None defaults() {
      return new None();
    }
  }

  private ClassPathCatalog catalog(String... providers) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(services.resolve(PartFactory.class.getName()), List.of(providers));
    URL[] path = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      return ClassPathCatalog.of(loader);
    }
  }

  @Test
  void listsPartsByKindAndType() throws IOException {
    ClassPathCatalog catalog = catalog(Flat.class.getName(), Angry.class.getName());
    assertEquals(List.of(), catalog.problems());
    assertEquals(
        List.of("angry", "flat"),
        catalog.parts("schedule").stream().map(PartReference::type).toList());
    assertEquals(List.of(), catalog.parts("prior"));
    PartReference flat = catalog.find("schedule", "flat").orElseThrow();
    try (Lease lease = flat.lease()) {
      assertInstanceOf(Flat.class, lease.factory());
      assertEquals(flat, lease.part());
    }
    assertEquals(new Origin("test-classes", "unknown", ""), flat.origin());
  }

  @Test
  void whatCannotBeLoadedIsNotedAndSkipped() throws IOException {
    ClassPathCatalog catalog =
        catalog(
            "org.example.Absent",
            Nameless.class.getName(),
            None.class.getName(),
            Kindless.class.getName(),
            Flat.class.getName());
    assertEquals(1, catalog.parts("schedule").size());
    List<String> problems = catalog.problems();
    assertEquals(4, problems.size());
    assertTrue(problems.get(0).contains("org.example.Absent"), problems.get(0));
    assertTrue(problems.get(1).endsWith("Nameless has no @PartType"), problems.get(1));
    assertTrue(problems.get(2).contains("None"), problems.get(2));
    assertTrue(problems.get(3).endsWith("implements no interface with @PartKind"), problems.get(3));
  }

  @Test
  void aPartThatCannotBeMadeIsNamed() throws IOException {
    PartReference angry = catalog(Angry.class.getName()).find("schedule", "angry").orElseThrow();
    assertEquals(
        "schedule 'angry' from test-classes unknown cannot be made:"
            + " java.lang.IllegalStateException: no licence",
        assertThrows(CatalogException.class, angry::lease).getMessage());
  }
}
