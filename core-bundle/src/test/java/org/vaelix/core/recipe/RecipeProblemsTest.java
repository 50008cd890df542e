package org.vaelix.core.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.backend.Availability;

/** What a user reads when a recipe is wrong. */
class RecipeProblemsTest {
  private static final String SMALLEST =
      "{\"data\": {\"type\": \"file\", \"file\": \"x.csv\"}, \"model\": \"toy\"}";

  private final FakeCatalog catalog = FakeParts.catalog().with("prior", "gone", null);

  private List<String> problems(String json, String... settings) {
    var recipe = JsonParser.parseString(json).getAsJsonObject();
    return assertThrows(
            RecipeException.class,
            () -> RecipeReader.read(recipe, Path.of("."), List.of(settings), catalog))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "training.epoch=5         | /training/epoch: there is no such option here; did you mean 'epochs'? (known: epochs, batchSize, optimiser, clipNorm, clipValue, earlyStopping, plateau, checkpointEvery, onPartChange)",
        "training.zzz=5           | /training/zzz: there is no such option here (known: epochs, batchSize, optimiser, clipNorm, clipValue, earlyStopping, plateau, checkpointEvery, onPartChange)",
        "model.prior=laplacce     | /model/prior: there is no prior 'laplacce'; did you mean 'laplace'? (known: broken, clumsy, endless, gone, laplace, standard); if the name is right, the bundle that offers it is not installed or not started",
        "model.prior.type=7       | /model/prior/type: expected a string, got a number",
        "model.prior=7            | /model/prior: expected the type of a prior, or an object with 'type', got a number",
        "model.beta=[]            | /model/beta: expected a number, the type of a schedule, or an object with 'type', got a list",
        "model.beta={}            | /model/beta/type: is missing: which schedule? (known: late, ramp)",
        "model.latentSize=x       | /model/latentSize: expected a whole number, got a string",
        "model.latentSize=2.5     | /model/latentSize: must be a whole number from -2147483648 to 2147483647, got 2.5",
        "model.latentSize=3e9     | /model/latentSize: must be a whole number from -2147483648 to 2147483647, got 3E+9",
        "model.latentSize=0       | /model/latentSize: must be at least 1, got 0",
        "model.latentSize=null    | /model/latentSize: expected a whole number, got null",
        "seed=1e30                | /seed: must be a whole number from -2^63 to 2^63 - 1, got 1E+30",
        "split.test=\"0.1\"       | /split/test: expected a number, got a string",
        "split.shuffle=1          | /split/shuffle: expected true or false, got a number",
        "run.parent=true          | /run/parent: expected a string, got true",
        "model.shape=rellu        | /model/shape: there is no 'rellu'; did you mean 'relu'? (known: soft-plus, relu)",
        "model.shape=1            | /model/shape: expected one of soft-plus, relu, got a number",
        "model.hidden=5           | /model/hidden: expected a list, got a number",
        "model.hidden=[1,\"2\",[]] | /model/hidden/1: expected a whole number, got a string;/model/hidden/2: expected a whole number, got a list",
        "model.window=5           | /model/window: expected an object, got a number",
        "model.windows=[{},{\"width\":0}] | /model/windows/1/width: must be at least 1, got 0",
        "model.second.scale=-1    | /model/second/type: is missing: which prior? (known: broken, clumsy, endless, gone, laplace, standard)",
        "model.second={\"type\":\"laplace\",\"scale\":-1} | /model/second/scale: must be above 0, got -1.0",
        "model.beta={\"type\":\"ramp\",\"over\":2} | /model/beta/over: must be from 0.0 to 1.0, got 2.0",
        "model.beta={\"type\":\"late\",\"end\":1.5} | /model/beta: settles after 1.5 of the planned steps, so training would end before; let it end at 1 or before",
        "training.optimiser.beta1=1 | /training/optimiser: beta1 of 1 or more never forgets",
        "model.prior=broken       | /model/prior: prior 'broken' from org.example.fake 1.2.3 failed in its defaults: UnsupportedOperationException (not written yet); this is a fault of that bundle",
        "model.prior={\"type\":\"clumsy\",\"size\":2} | /model/prior: prior 'clumsy' from org.example.fake 1.2.3 failed in its options: ArrayIndexOutOfBoundsException (Array index out of range: 2); this is a fault of that bundle",
        "model.prior=gone         | /model/prior: prior 'gone' has gone",
        "backend=gpu              | /backend: backend 'gpu' cannot be used here: no CUDA driver (\"auto\" takes one that can)",
        "backend=tpu              | /backend: there is no backend 'tpu'; did you mean 'gpu'? (known: gpu, reference); if the name is right, the bundle that offers it is not installed or not started",
        "backend.threads=2        | /backend: options need a backend that is named by 'type', \"auto\" has none",
        "backend={\"type\":\"reference\",\"threads\":0} | /backend/threads: must be at least 1, got 0",
        "name=a/b                 | /name: must be made of letters, digits, '.', '_' and '-', got 'a/b'",
        "dataFolder=3             | /dataFolder: expected a string, got a number",
        "epochs                   | setting 'epochs' is not of the form path.to.key=value",
      })
  void eachIsOneSentenceAtItsPlace(String setting, String expected) {
    assertEquals(expected, String.join(";", problems(SMALLEST, setting)));
  }

  @Test
  void whatHasNoDefaultIsMissing() {
    assertEquals(
        List.of(
            "/data: is missing and has no default: where rows come from",
            "/model: is missing and has no default: the model"),
        problems("{}"));
    assertEquals(
        List.of("/data/file: is missing and has no default: the file"),
        problems("{\"data\": \"file\", \"model\": \"toy\"}"));
  }

  @Test
  void allAreReportedInTheOrderOfTheDocument() {
    String json =
        """
        {"training": {"epochs": 0, "batchSize": -1, "optimiser": "adamm"},
         "model": {"type": "toy", "latentSize": 0, "latent": 3, "prior": {"type": "laplace", "scale": "big"}},
         "seeed": 1,
         "split": {"validation": 2, "test": "x"}}
        """;
    List<String> paths =
        problems(json).stream().map(line -> line.substring(0, line.indexOf(": "))).toList();
    assertEquals(
        List.of(
            "/data",
            "/training/epochs",
            "/training/batchSize",
            "/training/optimiser",
            "/model/latentSize",
            "/model/latent",
            "/model/prior/scale",
            "/seeed",
            "/split/validation",
            "/split/test"),
        paths);
  }

  @Test
  void theMessageHasOneLineForEachWithTheSource() {
    var recipe = JsonParser.parseString(SMALLEST).getAsJsonObject();
    RecipeException refused =
        assertThrows(
            RecipeException.class,
            () ->
                RecipeReader.read(
                    recipe, Path.of("."), List.of("model.beta=true", "seed=x"), catalog));
    assertEquals(
        Stream.of(
                "/model/beta: expected a number, the type of a schedule, or an object with 'type',"
                    + " got true",
                "/seed: expected a whole number, got a string")
            .map(line -> "recipe: " + line)
            .toList(),
        refused.getMessage().lines().toList());
  }

  @Test
  void autoWithoutAnyBackendListsEachReason() {
    catalog.without("backend", "reference").with("backend", "lost", null);
    assertEquals(
        List.of(
            "/backend: no backend can be used here: backend 'gpu': no CUDA driver;"
                + " backend 'lost' has gone"),
        problems(SMALLEST));
    catalog.without("backend", "gpu").without("backend", "lost");
    assertEquals(
        List.of("/backend: no backend can be used here: none is installed"), problems(SMALLEST));
  }

  @Test
  void aBackendThatThrowsIsNamed() {
    catalog.without("backend", "reference").with("backend", "reference", new Throwing());
    assertEquals(
        List.of(
            "/backend: backend 'reference' from org.example.fake 1.2.3 failed in availability:"
                + " UnsatisfiedLinkError (no native library); this is a fault of that bundle"),
        problems(SMALLEST, "backend=reference"));
  }

  @Test
  void aPartOfAnotherKindIsNamed() {
    catalog.with("prior", "adam", new FakeParts.Adam());
    assertEquals(
        List.of(
            "/model/prior: org.example.fake 1.2.3 offers a"
                + " org.vaelix.core.recipe.FakeParts$Adam as prior 'adam', which is none; this is a"
                + " fault of that bundle"),
        problems(SMALLEST, "model.prior=adam"));
  }

  @Test
  void aPartThatContainsItselfEnds() {
    List<String> found = problems(SMALLEST, "model.prior=endless");
    assertEquals(
        List.of(
            "/model/prior"
                + "/base".repeat(21)
                + ": the defaults of this part contain the part itself without end"),
        found);
  }

  /** Asks for a native library that is not there, as backends on other machines do. */
  private static final class Throwing
      implements org.vaelix.core.backend.Backend<FakeParts.FakeBackend.Options> {
    @Override
    public FakeParts.FakeBackend.Options defaults() {
      return new FakeParts.FakeBackend.Options(1);
    }

    @Override
    public int rank() {
      return 0;
    }

    @Override
    public Availability availability() {
      throw new UnsatisfiedLinkError("no native library");
    }

    @Override
    public List<String> devices() {
      return List.of();
    }

    @Override
    public int threads(FakeParts.FakeBackend.Options options) {
      return 1;
    }

    @Override
    public org.vaelix.core.backend.Program compile(
        org.vaelix.core.graph.Graph graph, FakeParts.FakeBackend.Options options) {
      throw new UnsupportedOperationException();
    }
  }
}
