package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.graph.Noise;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.internal.data.Preparation;
import org.vaelix.core.internal.training.Variables;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Moments;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.RecipeReader;
import org.vaelix.core.run.LogLikelihood;
import org.vaelix.core.run.Sampling;
import org.vaelix.core.run.TrainedModel;

/**
 * The estimate of ln p(x) of a linear model, whose p(x) is the normal distribution N(b, W·Wᵀ +
 * σ²·I) (Tipping and Bishop 1999, equation 6), and of models of every posterior.
 */
class LogLikelihoodTest {
  private static final int FEATURES = 10;
  private static final int LATENT = 3;
  private static final double SIGMA = 0.6;

  private static final String RECIPE =
      """
      {"name": "linear", "seed": 3, "backend": "reference",
       "data": {"type": "linear-gaussian", "rows": %d, "features": 10, "latent": 3, "noise": 0.5},
       "split": {"validation": 0.1, "test": 0.2}, "model": %s,
       "training": {"epochs": %d, "batchSize": 100, "optimiser": {"learningRate": 0.01}}}
      """;

  private static final String LINEAR =
      """
      {"type": "vae", "latent": 3, "architecture": {"type": "mlp", "hidden": []},
       "likelihood": {"type": "gaussian", "sigma": 0.6}}
      """;

  @TempDir static Path folder;
  private static FlatRun run;

  @BeforeAll
  static void trainNotToTheEnd() throws IOException {
    run = FlatRun.train(folder, RECIPE.formatted(1000, LINEAR, 40));
  }

  private static Map<String, LogLikelihood> estimate(Path results, Sampling sampling) {
    try (TrainedModel model = FlatRun.experiments().open(results)) {
      return model.logLikelihood(sampling).orElseThrow();
    }
  }

  private static Map<String, LogLikelihood> estimate(int samples) {
    return estimate(run.files().folder(), Sampling.of(samples));
  }

  @Test
  void theEstimateMeetsTheExactLogLikelihoodOfEverySplit() throws IOException {
    Map<String, Double> exact = exact();
    Map<String, LogLikelihood> few = estimate(20);
    Map<String, LogLikelihood> many = estimate(2000);
    assertEquals(List.of("train", "validation", "test"), List.copyOf(many.keySet()));
    many.forEach(
        (split, estimate) -> {
          double gap = exact.get(split) - estimate.elbo();
          double missed = exact.get(split) - estimate.iwae();
          String said = split + ": exact " + exact.get(split) + ", " + estimate;
          assertTrue(gap > 0.1, said);
          assertEquals(0, missed, 0.02 * gap, said);
          assertTrue(missed < exact.get(split) - few.get(split).iwae(), said);
          assertTrue(estimate.elbo() < few.get(split).iwae(), said);
        });
  }

  /** E w = p(x), whatever q is: row by row, and more sharply in the mean of ten rows. */
  @Test
  void theMeanWeightIsTheDensityOfTheRow() throws IOException {
    int rows = 10;
    int draws = 20_000;
    List<Double> exact = exactRows();
    HostArray logWeights = logWeights(rows, draws);
    double total = 0;
    double variance = 0;
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      double squares = 0;
      for (int draw = 0; draw < draws; draw++) {
        double ratio = Math.exp(logWeights.get(draw * rows + row) - exact.get(row));
        sum += ratio;
        squares += ratio * ratio;
      }
      double mean = sum / draws;
      double error = Math.sqrt((squares / draws - mean * mean) / draws);
      assertEquals(1, mean, 4 * error, "row " + row);
      total += mean / rows;
      variance += error * error / (rows * rows);
    }
    assertEquals(1, total, 4 * Math.sqrt(variance));
    assertTrue(variance < 0.02 * 0.02, "an error of " + Math.sqrt(variance) + " proves little");
  }

  /** Of the first rows, as the program gives them. */
  private static HostArray logWeights(int rows, int draws) throws IOException {
    try (LoadedRecipe loaded = RecipeReader.read(run.recipe(), List.of(), FlatRun.catalog())) {
      HostArray values = values();
      Moments moments =
          Preparation.moments(
              values, List.of(), IntStream.range(0, values.shape().size(0)).toArray());
      Tracer tracer = new Tracer(loaded.recipe().model(), Shape.of(FEATURES), moments);
      Tracer.Weighing weighing = tracer.weighing(rows, draws);
      assertEquals(Map.of("noise/posterior/noise", Op.NORMAL), weighing.noise());
      double[] noise = new double[draws * rows * LATENT];
      Noise.normal(1, 0, 0, noise);
      HostArray some = HostArray.of(Shape.of(rows, FEATURES), new double[rows * FEATURES]);
      some.copyFrom(values, 0, 0, rows * FEATURES);
      Map<String, HostArray> inputs =
          Map.of(
              Tracer.VALUES,
              some,
              Tracer.WEIGHTS,
              HostArray.of(Shape.of(rows), new double[rows]),
              "noise/posterior/noise",
              HostArray.of(Shape.of(draws, rows, LATENT), noise));
      try (Program program = loaded.recipe().backend().compile(weighing.graph())) {
        Variables.write(weighing.graph(), program, run.weights());
        return program.run(0, 0, inputs).get(Tracer.LOG_WEIGHTS).copy();
      }
    }
  }

  /** Burda et al. 2016, theorem 1; one draw is the ELBO itself. */
  @Test
  void moreDrawsNeverLowerTheBoundInTheMean() throws IOException {
    LogLikelihood one = estimate(1).get("train");
    assertEquals(one.elbo(), one.iwae(), 1e-12);
    double below = one.iwae();
    for (int samples : List.of(2, 5, 20, 100)) {
      double bound = estimate(samples).get("train").iwae();
      assertTrue(bound > below, samples + " draws: " + bound + ", fewer: " + below);
      below = bound;
    }
    assertTrue(below < exact().get("train"));
  }

  /** Draws belong to rows: how many are computed at once is a matter of rounding. */
  @ParameterizedTest
  @CsvSource({
    "diagonal-gaussian,isotropic-gaussian",
    "full-gaussian,anisotropic-gaussian",
    "low-rank-gaussian,mixture-of-gaussians",
    "inverse-autoregressive-flow,normalizing-flow",
    "diagonal-gaussian,vamp"
  })
  void batchesAndChunksChangeNothing(String posterior, String prior, @TempDir Path own)
      throws IOException {
    String model =
        """
        {"type": "vae", "latent": 3, "posterior": "%s", "prior": "%s"}
        """
            .formatted(posterior, prior);
    Path results = FlatRun.train(own, RECIPE.formatted(60, model, 1)).files().folder();
    Map<String, LogLikelihood> whole = estimate(results, sampling(11, 100_000));
    for (int batch : List.of(1, 4, 7, 33)) {
      Map<String, LogLikelihood> pieces = estimate(results, sampling(11, batch));
      whole.forEach(
          (split, expected) -> {
            assertEquals(expected.elbo(), pieces.get(split).elbo(), 1e-9, split);
            assertEquals(expected.iwae(), pieces.get(split).iwae(), 1e-9, split);
          });
    }
  }

  private static Sampling sampling(int samples, int batch) {
    return new Sampling(samples, batch, (done, planned) -> {}, () -> false);
  }

  @Test
  void itSaysHowFarItIsAndEndsWhenAsked() {
    List<Long> heard = new ArrayList<>();
    Sampling sampling =
        new Sampling(
            10,
            100,
            (done, planned) -> {
              assertEquals(10_000, planned);
              heard.add(done);
            },
            () -> heard.size() == 3);
    try (TrainedModel model = FlatRun.experiments().open(run.files().folder())) {
      assertEquals(Optional.empty(), model.logLikelihood(sampling));
    }
    assertEquals(List.of(100L, 200L, 300L), heard);
  }

  @Test
  void anAutoencoderHasNone(@TempDir Path own) throws IOException {
    Path results =
        FlatRun.train(own, RECIPE.formatted(60, "{\"type\": \"autoencoder\"}", 1)).files().folder();
    ModelException e = assertThrows(ModelException.class, () -> estimate(results, Sampling.of(3)));
    assertTrue(e.getMessage().contains("ln p(x)"), e.getMessage());
  }

  private static Map<String, Double> exact() throws IOException {
    List<Double> rows = exactRows();
    Map<String, JsonElement> splits =
        JsonParser.parseString(Files.readString(run.files().split())).getAsJsonObject().asMap();
    Map<String, Double> means = new HashMap<>();
    splits.forEach(
        (split, numbers) -> {
          JsonArray array = numbers.getAsJsonArray();
          double sum =
              array.asList().stream().mapToDouble(number -> rows.get(number.getAsInt())).sum();
          means.put(split, sum / array.size());
        });
    return means;
  }

  private static List<Double> exactRows() throws IOException {
    Map<String, HostArray> weights = run.weights();
    RealMatrix covariance =
        MatrixUtils.createRealIdentityMatrix(FEATURES).scalarMultiply(SIGMA * SIGMA);
    RealMatrix loadings = new Array2DRowRealMatrix(LATENT, FEATURES);
    for (int i = 0; i < LATENT * FEATURES; i++) {
      double weight = weights.get("decoder/mean/weight").get(i);
      loadings.setEntry(i / FEATURES, i % FEATURES, weight);
    }
    covariance = covariance.add(loadings.transpose().multiply(loadings));
    CholeskyDecomposition factor = new CholeskyDecomposition(covariance);
    double constant = FEATURES * Math.log(2 * Math.PI) + Math.log(factor.getDeterminant());
    HostArray values = values();
    List<Double> rows = new ArrayList<>();
    for (int row = 0; row < values.shape().size(0); row++) {
      RealVector offset = new ArrayRealVector(FEATURES);
      for (int j = 0; j < FEATURES; j++) {
        double bias = weights.get("decoder/mean/bias").get(j);
        offset.setEntry(j, values.get(row * FEATURES + j) - bias);
      }
      double distance = offset.dotProduct(factor.getSolver().solve(offset));
      rows.add(-0.5 * (constant + distance));
    }
    return rows;
  }

  private static HostArray values() {
    try (LoadedRecipe loaded = RecipeReader.read(run.recipe(), List.of(), FlatRun.catalog())) {
      DataSource.Context context = new DataSource.Context(Path.of(""), loaded.recipe().seed());
      return loaded.recipe().data().read(context).values();
    }
  }
}
