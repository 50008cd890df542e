package org.vaelix.models.internal.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Noise;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Batch;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.model.Regulariser;
import org.vaelix.core.model.Terms;
import org.vaelix.core.part.OptionException;
import org.vaelix.core.training.Schedule;
import org.vaelix.models.internal.ToyParts;
import org.vaelix.models.internal.ToyRows;
import org.vaelix.models.internal.regulariser.ContractiveRegulariser;
import org.vaelix.models.internal.regulariser.DenoisingRegulariser;
import org.vaelix.models.internal.regulariser.DenoisingRegulariser.Corruption;
import org.vaelix.models.internal.regulariser.SparseRegulariser;
import org.vaelix.models.internal.regulariser.SparseRegulariser.Penalty;
import org.vaelix.testkit.GradientCheck;
import org.vaelix.testkit.PartHarness;

class RegularisersTest {
  private static final double[] WEIGHT = {0.7, -0.2, 0.1, 0.5, -0.3, 0.4};
  private static final double[] BIAS = {0.3, -0.6};

  private static PartSpec<Regulariser> sparse(double weight, Penalty penalty, double target) {
    SparseRegulariser.Config config =
        new SparseRegulariser.Config(Schedule.constant(weight), penalty, target);
    return spec("sparse", c -> new SparseRegulariser().create(config, c));
  }

  private static PartSpec<Regulariser> denoising(Corruption corruption, double amount) {
    DenoisingRegulariser.Config config =
        new DenoisingRegulariser.Config(corruption, Schedule.constant(amount));
    return spec("denoising", c -> new DenoisingRegulariser().create(config, c));
  }

  private static PartSpec<Regulariser> contractive(double weight) {
    ContractiveRegulariser.Config config =
        new ContractiveRegulariser.Config(Schedule.constant(weight));
    return spec("contractive", c -> new ContractiveRegulariser().create(config, c));
  }

  private static PartSpec<Regulariser> spec(
      String type, Function<ModelContext, Regulariser> maker) {
    return ToyParts.spec(type, maker);
  }

  /** Two code variables, z = range(x·W + b) of three values. */
  @SafeVarargs
  private static Model model(
      PartHarness harness, CodeRange range, PartSpec<Regulariser>... regularisers) {
    harness.set("encoder/mean/weight", WEIGHT);
    harness.set("encoder/mean/bias", BIAS);
    return new AutoencoderModel()
        .create(
            new AutoencoderModel.Config(
                2,
                ToyParts.Linear.spec(false),
                Optional.empty(),
                Optional.empty(),
                ToyParts.UnitNormal.spec(),
                range,
                List.of(regularisers)),
            harness.context());
  }

  private static double linear(double[] x, int row, int j) {
    double sum = BIAS[j];
    for (int i = 0; i < 3; i++) {
      sum += x[3 * row + i] * WEIGHT[2 * i + j];
    }
    return sum;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double[] added(PartHarness harness, Terms terms) {
    return harness.values(terms.loss().add(terms.measures().get(Terms.RECONSTRUCTION)));
  }

  @Test
  void l1PricesTheSizeOfEachCode() {
    PartHarness harness = ToyRows.harness(true);
    Terms terms =
        model(harness, CodeRange.LINEAR, sparse(3, Penalty.L1, 0.05)).terms(ToyRows.batch(harness));
    double[] added = added(harness, terms);
    for (int row = 0; row < ToyRows.ROWS; row++) {
      double size =
          Math.abs(linear(ToyRows.VALUES, row, 0)) + Math.abs(linear(ToyRows.VALUES, row, 1));
      assertEquals(3 * size, added[row], 1e-12);
    }
    assertArrayEquals(added, harness.values(terms.measures().get("sparse")), 1e-12);
  }

  @Test
  void klPricesTheMeanOfEachVariable() {
    PartHarness harness = ToyRows.harness(true);
    Model model = model(harness, CodeRange.SIGMOID, sparse(2, Penalty.KL, 0.1));
    Terms terms = model.terms(ToyRows.batch(harness));
    double expected = 0;
    for (int j = 0; j < 2; j++) {
      double mean =
          (sigmoid(linear(ToyRows.VALUES, 0, j)) + sigmoid(linear(ToyRows.VALUES, 1, j))) / 2;
      expected += 2 * (0.1 * Math.log(0.1 / mean) + 0.9 * Math.log(0.9 / (1 - mean)));
    }
    assertArrayEquals(new double[] {expected, expected}, added(harness, terms), 1e-12);
  }

  @Test
  void rowsOfWeightZeroAreNotInTheMean() {
    PartHarness harness = ToyRows.harness(true);
    Model model = model(harness, CodeRange.SIGMOID, sparse(1, Penalty.KL, 0.1));
    Tensor x = harness.given("values", ToyRows.EVENT.prepend(2), ToyRows.VALUES);
    Tensor weights = harness.given("weights", Shape.of(2), 1, 0);
    Terms terms = model.terms(new Batch(x, weights, Optional.empty(), Conditions.none(2)));
    double expected = 0;
    for (int j = 0; j < 2; j++) {
      double mean = sigmoid(linear(ToyRows.VALUES, 0, j));
      expected += 0.1 * Math.log(0.1 / mean) + 0.9 * Math.log(0.9 / (1 - mean));
    }
    assertEquals(expected, added(harness, terms)[0], 1e-12);
  }

  @Test
  void klNeedsACodeBetweenZeroAndOne() {
    PartHarness harness = ToyRows.harness(true);
    Model model = model(harness, CodeRange.RELU, sparse(1, Penalty.KL, 0.1));
    Batch batch = ToyRows.batch(harness);
    ModelException e = assertThrows(ModelException.class, () -> model.terms(batch));
    assertTrue(e.getMessage().contains("sigmoid"), e.getMessage());
  }

  /** ∂zⱼ/∂xᵢ = zⱼ(1 − zⱼ)·Wᵢⱼ (Rifai et al. 2011). */
  @Test
  void contractivePricesTheJacobian() {
    PartHarness harness = ToyRows.harness(true);
    Model model = model(harness, CodeRange.SIGMOID, contractive(5));
    double[] added = added(harness, model.terms(ToyRows.batch(harness)));
    for (int row = 0; row < ToyRows.ROWS; row++) {
      double expected = 0;
      for (int j = 0; j < 2; j++) {
        double z = sigmoid(linear(ToyRows.VALUES, row, j));
        for (int i = 0; i < 3; i++) {
          expected += 5 * Math.pow(z * (1 - z) * WEIGHT[2 * i + j], 2);
        }
      }
      assertEquals(expected, added[row], 1e-12);
    }
  }

  @Test
  void gradientsAgreeWithDifferences() {
    for (boolean training : new boolean[] {true, false}) {
      PartHarness harness = ToyRows.harness(training);
      Terms terms =
          model(
                  harness,
                  CodeRange.SIGMOID,
                  contractive(2),
                  sparse(1, Penalty.KL, 0.2),
                  sparse(0.5, Penalty.L1, 0.2),
                  denoising(Corruption.GAUSSIAN, 0.4))
              .terms(ToyRows.batch(harness));
      assertTrue(terms.measures().containsKey("sparse2"));
      GradientCheck.verify(harness, terms.loss().sum(), GradientCheck.parameters(harness.graph()));
    }
  }

  @Test
  void noiseIsAddedToWhatTheEncoderSeesInTraining() {
    double[] noise = new double[6];
    Noise.normal(1, 0, Noise.stream("denoising/noise"), noise);
    double[] seen = new double[6];
    for (int i = 0; i < 6; i++) {
      seen[i] = ToyRows.VALUES[i] + 0.4 * noise[i];
    }
    assertReconstructs(seen, true, denoising(Corruption.GAUSSIAN, 0.4));
    assertReconstructs(ToyRows.VALUES, false, denoising(Corruption.GAUSSIAN, 0.4));
  }

  @Test
  void maskedValuesAreZeroInTraining() {
    double[] uniform = new double[6];
    Noise.uniform(1, 0, Noise.stream("denoising/mask"), uniform);
    double[] seen = new double[6];
    int masked = 0;
    for (int i = 0; i < 6; i++) {
      boolean isMasked = uniform[i] <= 0.5;
      masked += isMasked ? 1 : 0;
      seen[i] = isMasked ? 0 : ToyRows.VALUES[i];
    }
    assertFalse(masked == 0 || masked == 6);
    assertReconstructs(seen, true, denoising(Corruption.MASKING, 0.5));
    assertReconstructs(ToyRows.VALUES, false, denoising(Corruption.MASKING, 0.5));
  }

  /**
   * The decoder (z0, z1, z0 + z1) sees the code of these values; the error is to the clean rows.
   */
  private static void assertReconstructs(
      double[] seen, boolean training, PartSpec<Regulariser> regulariser) {
    PartHarness harness = ToyRows.harness(training);
    Terms terms = model(harness, CodeRange.LINEAR, regulariser).terms(ToyRows.batch(harness));
    harness.set("decoder/mean/weight", 1, 0, 1, 0, 1, 1);
    harness.set("decoder/mean/bias", 0, 0, 0);
    double[] error = harness.values(terms.measures().get(Autoencoder.SQUARED_ERROR));
    for (int row = 0; row < ToyRows.ROWS; row++) {
      double[] x = ToyRows.VALUES;
      double z0 = linear(seen, row, 0);
      double z1 = linear(seen, row, 1);
      double expected =
          Math.pow(x[3 * row] - z0, 2)
              + Math.pow(x[3 * row + 1] - z1, 2)
              + Math.pow(x[3 * row + 2] - z0 - z1, 2);
      assertEquals(expected, error[row], 1e-12);
    }
  }

  @Test
  void optionsOutOfRangeAreRefusedByName() {
    Schedule below = Schedule.constant(-1);
    Schedule two = Schedule.constant(2);
    assertOption("weight", () -> new SparseRegulariser.Config(below, Penalty.L1, 0.1));
    assertOption("target", () -> new SparseRegulariser.Config(two, Penalty.KL, 1));
    assertOption("weight", () -> new ContractiveRegulariser.Config(below));
    assertOption("amount", () -> new DenoisingRegulariser.Config(Corruption.GAUSSIAN, below));
    assertOption("amount", () -> new DenoisingRegulariser.Config(Corruption.MASKING, two));
  }

  private static void assertOption(String option, Runnable maker) {
    assertEquals(option, assertThrows(OptionException.class, maker::run).option());
  }
}
