package org.vaelix.core.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;

class PartDescriptionTest {
  private final FakeCatalog catalog = FakeParts.catalog().with("prior", "gone", null);

  private PartDescription describe(String kind, String type) {
    return PartDescription.of(catalog.find(kind, type).orElseThrow());
  }

  @Test
  void aPartIsDescribedOnAPage() {
    assertEquals(
        """
        prior/laplace  heavy-tailed prior

          formula  ln p(z) = -|z|/b - ln 2b
          source   Laplace 1774
          from     org.example.fake 1.2.3

          option  type    default  description
          scale   number  1.0      scale b, above 0, in latent units

          within "model":

          "prior": {
            "type": "laplace",
            "scale": 1.0
          }
        """,
        describe("prior", "laplace").text());
  }

  @Test
  void optionsOfEveryFormAreDescribed() {
    assertEquals(
        "[Option[name=latentSize, type=whole number, defaultValue=2, doc=size of the latent space],"
            + " Option[name=hidden, type=list of whole numbers, defaultValue=[64,64], doc=],"
            + " Option[name=shape, type=soft-plus | relu, defaultValue=\"relu\", doc=],"
            + " Option[name=prior, type=prior, defaultValue=\"standard\", doc=],"
            + " Option[name=beta, type=schedule or number, defaultValue=1.0, doc=],"
            + " Option[name=second, type=prior, or null, defaultValue=null, doc=],"
            + " Option[name=window.width, type=whole number, defaultValue=4, doc=],"
            + " Option[name=window.overlap, type=number, defaultValue=0.25, doc=],"
            + " Option[name=windows, type=list of objects, defaultValue=[], doc=]]",
        describe("model", "toy").options().toString());
  }

  @Test
  void whatMustBeGivenIsMarked() {
    PartDescription file = describe("data", "file");
    assertEquals(
        new PartDescription.Option("file", "string", "required", "the file"),
        file.options().get(0));
    assertEquals(
        String.join(
            "\n",
            "  \"data\": {",
            "    \"type\": \"file\",",
            "    \"file\": \"<string>\",",
            "    \"header\": true,",
            "    \"columns\": null",
            "  }"),
        file.fragment());
  }

  @Test
  void aListHasALineForEveryPart() {
    assertEquals("prior/laplace  heavy-tailed prior", describe("prior", "laplace").line());
    assertEquals("prior/standard", describe("prior", "standard").line());
    assertEquals("prior/gone  prior 'gone' has gone", describe("prior", "gone").line());
    assertEquals(
        "prior/broken  prior 'broken' from org.example.fake 1.2.3 failed in its defaults:"
            + " UnsupportedOperationException (not written yet); this is a fault of that bundle",
        describe("prior", "broken").line());
    assertEquals(0, catalog.leases());
  }

  record Tree(List<Tree> branches) {}

  @Test
  void optionsThatContainThemselvesAreAFaultOfTheirPart() {
    ScheduleFactory<Tree> factory =
        new ScheduleFactory<>() {
          @Override
          public Tree defaults() {
            return new Tree(List.of());
          }

          @Override
          public Schedule create(Tree config) {
            return Schedule.constant(1);
          }
        };
    catalog.with("schedule", "tree", factory);
    assertEquals(
        "schedule 'tree' from org.example.fake 1.2.3 failed in its defaults: IllegalStateException"
            + " (options of class org.vaelix.core.recipe.PartDescriptionTest$Tree contain"
            + " themselves); this is a fault of that bundle",
        describe("schedule", "tree").summary());
    assertEquals(SchemaWriter.write(FakeParts.catalog()), SchemaWriter.write(catalog));
  }
}
