package org.vaelix.itests.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.composition.Traced;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.internal.data.Preparation;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.Moments;
import org.vaelix.core.recipe.LoadedRecipe;
import org.vaelix.core.recipe.Recipe;
import org.vaelix.core.recipe.RecipeReader;

/** Linear models have known optima; training must find them. */
class LinearModelsTest {
  private static final int ROWS = 1000;
  private static final int FEATURES = 10;
  private static final int LATENT = 3;
  private static final double FOUR_DIGITS = 1e-4;

  private static final String RECIPE =
      """
      {"name": "linear", "seed": 3, "backend": "reference",
       "data": {"type": "linear-gaussian", "rows": 1000, "features": 10, "latent": 3,
                "noise": 0.5},
       "split": {"validation": 0, "test": 0},
       "model": %s,
       "training": {"epochs": %d, "batchSize": 250, "checkpointEvery": 1000,
         "optimiser": {"type": "adam",
           "learningRate": {"type": "linear", "from": 0.02, "to": 0, "over": 1}}}}
      """;

  @TempDir Path folder;

  @Test
  void aLinearVaeReachesTheOptimumOfProbabilisticPca() throws IOException {
    String model =
        """
        {"type": "vae", "latent": 3, "architecture": {"type": "mlp", "hidden": []},
         "likelihood": {"type": "gaussian", "learn": "shared"}}
        """;
    FlatRun run = FlatRun.train(folder, RECIPE.formatted(model, 1500));
    double[][] rows = rows(run);
    PrincipalComponents pca = PrincipalComponents.of(rows);

    double expected = pca.largestElbo(LATENT);
    double reached = exactElbo(run, rows);

    assertTrue(reached <= expected + 1e-9, reached + " is above the optimum " + expected);
    assertEquals(expected, reached, FOUR_DIGITS * Math.abs(expected));
    assertTrue(pca.largestAngle(loadings(run.weights())) < 1);
  }

  @Test
  void aLinearAutoencoderReachesTheErrorOfPca() throws IOException {
    String model =
        """
        {"type": "autoencoder", "latent": 3, "architecture": {"type": "mlp", "hidden": []}}
        """;
    FlatRun run = FlatRun.train(folder, RECIPE.formatted(model, 1500));
    PrincipalComponents pca = PrincipalComponents.of(rows(run));

    double expected = pca.discarded(LATENT);
    double reached = run.summary().splits().get("train").measures().get("squaredError");

    assertEquals(expected, reached, FOUR_DIGITS * expected);
    assertTrue(pca.largestAngle(loadings(run.weights())) < 1);
  }

  private static double[][] rows(FlatRun run) {
    try (LoadedRecipe loaded = RecipeReader.read(run.recipe(), List.of(), FlatRun.catalog())) {
      Recipe recipe = loaded.recipe();
      HostArray values =
          recipe.data().read(new DataSource.Context(Path.of(""), recipe.seed())).values();
      double[][] rows = new double[ROWS][FEATURES];
      for (int i = 0; i < ROWS * FEATURES; i++) {
        rows[i / FEATURES][i % FEATURES] = values.get(i);
      }
      return rows;
    }
  }

  /** The decoder's matrix, (features, latent). */
  private static RealMatrix loadings(Map<String, HostArray> weights) {
    HostArray weight = weights.get("decoder/mean/weight");
    RealMatrix loadings = new Array2DRowRealMatrix(FEATURES, LATENT);
    for (int i = 0; i < LATENT * FEATURES; i++) {
      loadings.setEntry(i % FEATURES, i / FEATURES, weight.get(i));
    }
    return loadings;
  }

  /**
   * The mean ELBO without any sampling: with a linear decoder, E_q ‖x − W z − b‖² is the error at
   * the posterior mean plus Σ v_j ‖w_j‖².
   */
  private static double exactElbo(FlatRun run, double[][] rows) throws IOException {
    try (LoadedRecipe loaded = RecipeReader.read(run.recipe(), List.of(), FlatRun.catalog())) {
      Map<String, HostArray> weights = run.weights();
      Map<String, HostArray> code = outputs(loaded.recipe(), weights, rows, true);
      Map<String, HostArray> decoded = outputs(loaded.recipe(), weights, rows, false);
      RealMatrix loadings = loadings(weights);
      double sigma = decoded.get(Tracer.PARAMETER + "sigma").get(0);
      double sum = 0;
      for (int row = 0; row < ROWS; row++) {
        double error = 0;
        for (int j = 0; j < FEATURES; j++) {
          double residual = rows[row][j] - decoded.get(Tracer.EXPECTED).get(row * FEATURES + j);
          error += residual * residual;
        }
        double kl = 0;
        for (int k = 0; k < LATENT; k++) {
          double mean = code.get(Model.MEAN).get(row * LATENT + k);
          double variance = code.get(Model.VARIANCE).get(row * LATENT + k);
          double norm = loadings.getColumnVector(k).getNorm();
          error += variance * norm * norm;
          kl += 0.5 * (variance + mean * mean - 1 - Math.log(variance));
        }
        double logNoise = FEATURES * (Math.log(2 * Math.PI) / 2 + Math.log(sigma));
        sum += -logNoise - error / (2 * sigma * sigma) - kl;
      }
      return sum / ROWS;
    }
  }

  private static Map<String, HostArray> outputs(
      Recipe recipe, Map<String, HostArray> weights, double[][] rows, boolean encode) {
    HostArray values = HostArray.of(Shape.of(ROWS, FEATURES), new double[ROWS * FEATURES]);
    HostArray ones = HostArray.of(Shape.of(ROWS), new double[ROWS]);
    for (int i = 0; i < ROWS * FEATURES; i++) {
      values.set(i, rows[i / FEATURES][i % FEATURES]);
    }
    Moments moments = Preparation.moments(values, List.of(), IntStream.range(0, ROWS).toArray());
    Tracer tracer = new Tracer(recipe.model(), Shape.of(FEATURES), moments);
    Traced traced = encode ? tracer.encoding(ROWS) : tracer.reconstruction(ROWS);
    try (Program program = recipe.backend().compile(traced.graph())) {
      for (Variable variable : traced.graph().variables()) {
        program.write(variable.name(), weights.get(variable.name()));
      }
      Program.Outputs outputs =
          program.run(0, 0, Map.of(Tracer.VALUES, values, Tracer.WEIGHTS, ones));
      Map<String, HostArray> copies = new HashMap<>();
      traced.graph().outputs().keySet().forEach(n -> copies.put(n, outputs.get(n).copy()));
      return copies;
    }
  }
}
