package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Gradients;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;

/**
 * What every {@link Architecture} must do. Extended by its author's test, once for each set of
 * options worth testing. Everything is computed on the reference backend and repeatable; results
 * and gradients are compared with those of other backends on the class path.
 */
public abstract class ArchitectureContract {
  private static final int ROWS = 5;
  private static final double DISTURBANCE = 0.1;

  /** For authors' tests to extend. */
  protected ArchitectureContract() {}

  /**
   * {@return the architecture under test}
   *
   * @param context of a latent space of {@link #latentSize()} dimensions, at its outermost scope
   */
  protected abstract Architecture create(ModelContext context);

  /** {@return shapes of observations that it takes; vectors and matrices unless overridden} */
  protected List<Shape> eventShapes() {
    return List.of(Shape.of(5), Shape.of(2, 3));
  }

  /** {@return the size of the latent space; 2 unless overridden} */
  protected int latentSize() {
    return 2;
  }

  /** {@return whether it has an encoder; yes unless overridden} */
  protected boolean hasEncoder() {
    return true;
  }

  /** {@return whether it has a decoder; yes unless overridden} */
  protected boolean hasDecoder() {
    return true;
  }

  /** {@return whether its results depend on noise outside of training too; no unless overridden} */
  protected boolean drawsNoise() {
    return false;
  }

  /** {@return whether its results depend on conditions; yes unless overridden} */
  protected boolean usesConditions() {
    return true;
  }

  /**
   * {@return how far another backend may be off from the reference, relative to the larger of 1 and
   * the number; 1e-4, for single precision, unless overridden}
   */
  protected double backendTolerance() {
    return 1e-4;
  }

  /** One architecture in a fresh trace with inputs {@code values}, {@code z}, {@code condition}. */
  private final class Trace {
    final PartHarness harness;
    final Architecture architecture;
    final Tensor values;
    final Tensor z;
    final Conditions conditions;
    final List<Head> encoderHeads;
    final List<Head> decoderHeads;

    Trace(Shape event, double bias) {
      this(event, bias, false);
    }

    /** In training the last row only fills the batch up. */
    Trace(Shape event, double bias, boolean training) {
      harness = PartHarness.of(event, Moments.standard(event.elements()), training);
      architecture = create(harness.context().withLatentSize(latentSize()));
      values = random("values", event.prepend(ROWS));
      z = random("z", Shape.of(ROWS, latentSize()));
      double[] weights = new double[ROWS];
      Arrays.fill(weights, 0, training ? ROWS - 1 : ROWS, 1);
      conditions =
          new Conditions(ROWS, Map.of("c", random("condition", Shape.of(ROWS, 2))))
              .weighted(harness.given("weights", Shape.of(ROWS), weights));
      encoderHeads =
          List.of(head("mean", Shape.of(latentSize()), bias), head("scale", Shape.of(4), 0));
      decoderHeads = List.of(head("location", event, bias), head("dropout", event.prepend(2), 0));
    }

    private Tensor random(String name, Shape shape) {
      double[] numbers = harness.random(name).doubles(shape.elements(), -1, 1).toArray();
      return harness.given(name, shape, numbers);
    }

    private Head head(String name, Shape shape, double bias) {
      double[] numbers = new double[shape.elements()];
      Arrays.fill(numbers, bias);
      return Head.of(name, shape, numbers);
    }

    Encoding encode() {
      return architecture.encode(values, conditions, encoderHeads);
    }

    Map<String, Tensor> decode() {
      return decode(List.of()).heads();
    }

    Decoding decode(List<Tensor> skips) {
      return architecture.decode(z, conditions, skips, decoderHeads);
    }

    /** All results in both directions, those of the decoder with and without skips. */
    List<Tensor> results() {
      List<Tensor> results = new ArrayList<>();
      List<Tensor> skips = List.of();
      if (hasEncoder()) {
        Encoding encoding = encode();
        results.addAll(encoding.heads().values());
        skips = encoding.skips();
      }
      if (hasDecoder()) {
        results.addAll(decode().values());
      }
      if (hasDecoder() && !skips.isEmpty()) {
        Decoding decoding = decode(skips);
        results.addAll(decoding.heads().values());
        decoding.kl().ifPresent(results::add);
      }
      return results;
    }

    /** A smooth scalar that depends on every result. */
    Tensor scalar() {
      return results().stream().map(r -> r.sin().add(r).sum()).reduce(Tensor::add).orElseThrow();
    }

    Tensor input(String name) {
      return harness.graph().inputs().get(name);
    }
  }

  @Test
  @DisplayName("each head has the shape that was asked for")
  void headShapes() {
    for (Shape event : eventShapes()) {
      Trace trace = new Trace(event, 0);
      if (hasEncoder()) {
        checkShapes(trace.encoderHeads, trace.encode().heads());
      }
      if (hasDecoder()) {
        checkShapes(trace.decoderHeads, trace.decode());
      }
    }
  }

  private static void checkShapes(List<Head> heads, Map<String, Tensor> results) {
    for (Head head : heads) {
      assertTrue(results.containsKey(head.name()), () -> "no head " + head.name());
      assertEquals(head.shape().prepend(ROWS), results.get(head.name()).shape(), head.name());
    }
  }

  @Test
  @DisplayName("encoder and decoder keep their variables in scopes of their own")
  void scopesOfVariables() {
    for (Shape event : eventShapes()) {
      if (hasEncoder()) {
        Trace encoding = new Trace(event, 0);
        encoding.encode();
        assertScope("encoder/", encoding);
      }
      if (hasDecoder()) {
        Trace decoding = new Trace(event, 0);
        decoding.decode();
        assertScope("decoder/", decoding);
      }
    }
  }

  private static void assertScope(String scope, Trace trace) {
    var variables = trace.harness.graph().variables();
    assertFalse(variables.isEmpty());
    for (Variable variable : variables) {
      assertTrue(variable.name().startsWith(scope), () -> variable.name() + " not in " + scope);
    }
  }

  @Test
  @DisplayName("asked twice, it uses the same variables and gives the same results")
  void askedTwice() {
    assumeTrue(!drawsNoise(), "each call of this architecture draws noise of its own");
    Trace trace = new Trace(eventShapes().get(0), 0);
    List<Tensor> once = trace.results();
    int variables = trace.harness.graph().variables().size();
    List<Tensor> twice = trace.results();
    assertEquals(variables, trace.harness.graph().variables().size());
    for (int i = 0; i < once.size(); i++) {
      double[] expected = trace.harness.values(once.get(i));
      assertArrayEquals(expected, trace.harness.values(twice.get(i)), 1e-12);
    }
  }

  @Test
  @DisplayName("a gradient reaches every parameter")
  void gradientReachesEveryParameter() {
    for (Shape event : eventShapes()) {
      Trace trace = new Trace(event, 0);
      Tensor scalar = trace.scalar();
      for (String name : GradientCheck.parameters(trace.harness.graph())) {
        Tensor parameter = trace.harness.graph().variable(name).tensor();
        double[] gradient = trace.harness.values(Gradients.of(scalar, List.of(parameter)).get(0));
        assertTrue(Arrays.stream(gradient).anyMatch(g -> g != 0), () -> "none reaches " + name);
      }
    }
  }

  @Test
  @DisplayName("gradients with respect to inputs and parameters agree with differences")
  void gradients() {
    verifyGradients(false);
  }

  @Test
  @DisplayName("in training gradients agree with differences, too")
  void gradientsInTraining() {
    verifyGradients(true);
  }

  private void verifyGradients(boolean training) {
    for (Shape event : eventShapes()) {
      Trace trace = new Trace(event, 0, training);
      Tensor scalar = trace.scalar();
      GradientCheck.verify(trace.harness, scalar, differentiated(trace));
    }
  }

  /** Inputs and parameters, once all results were made. */
  private List<String> differentiated(Trace trace) {
    List<String> names = new ArrayList<>(GradientCheck.parameters(trace.harness.graph()));
    if (hasEncoder()) {
      names.add("values");
    }
    if (hasDecoder()) {
      names.add("z");
    }
    return names;
  }

  @Test
  @DisplayName("other backends on the class path agree with the reference, in training too")
  void otherBackendsAgree() {
    for (Shape event : eventShapes()) {
      for (boolean training : new boolean[] {false, true}) {
        Trace trace = new Trace(event, 0, training);
        trace.harness.disturbParameters(DISTURBANCE);
        List<Tensor> results = new ArrayList<>(trace.results());
        results.addAll(trace.harness.graph().updates().values());
        BackendAgreement.verify(trace.harness, results, differentiated(trace), backendTolerance());
      }
    }
  }

  @Test
  @DisplayName("conditions change the results of both directions")
  void conditionsAreUsed() {
    assumeTrue(usesConditions(), "this architecture takes no conditions");
    for (boolean encoder : new boolean[] {true, false}) {
      if (encoder ? hasEncoder() : hasDecoder()) {
        Trace trace = new Trace(eventShapes().get(0), 0);
        var results = encoder ? trace.encode().heads() : trace.decode();
        Tensor sum = results.values().stream().map(r -> r.sum()).reduce(Tensor::add).orElseThrow();
        Tensor gradient = Gradients.of(sum, List.of(trace.input("condition"))).get(0);
        double[] numbers = trace.harness.values(gradient);
        assertTrue(
            Arrays.stream(numbers).anyMatch(g -> g != 0),
            () -> (encoder ? "the encoder" : "the decoder") + " does not look at conditions");
      }
    }
  }

  @Test
  @DisplayName("a head starts at the bias that it asks for")
  void biasesOfHeads() {
    for (Shape event : eventShapes()) {
      Trace without = new Trace(event, 0);
      Trace with = new Trace(event, 1.5);
      if (hasEncoder()) {
        assertShift(
            without, without.encode().heads().get("mean"), with, with.encode().heads().get("mean"));
      }
      if (hasDecoder()) {
        assertShift(without, without.decode().get("location"), with, with.decode().get("location"));
      }
    }
  }

  private static void assertShift(Trace without, Tensor before, Trace with, Tensor after) {
    double[] expected =
        Arrays.stream(without.harness.values(before)).map(number -> number + 1.5).toArray();
    assertArrayEquals(expected, with.harness.values(after), 1e-9);
  }

  @Test
  @DisplayName("outside of training, no row's result depends on another row")
  void rowsAreIndependent() {
    Trace trace = new Trace(eventShapes().get(0), 0);
    for (Tensor result : trace.results()) {
      Tensor firstRow = result.range(0, 0, 1).sum();
      List<Tensor> inputs = List.of(trace.input("values"), trace.input("z"));
      for (Tensor gradient : Gradients.of(firstRow, inputs)) {
        double[] numbers = trace.harness.values(gradient);
        int perRow = numbers.length / ROWS;
        for (int i = perRow; i < numbers.length; i++) {
          assertEquals(
              0, Math.abs(numbers[i]), "row 0 depends on number " + i + " of " + gradient.shape());
        }
      }
    }
  }

  @Test
  @DisplayName("in training, no row's result depends on a row that only fills the batch up")
  void fillingRowsDoNotCount() {
    Trace trace = new Trace(eventShapes().get(0), 0, true);
    List<Tensor> inputs = List.of(trace.input("values"), trace.input("z"));
    for (Tensor result : trace.results()) {
      Tensor counted = result.range(0, 0, ROWS - 1).sum();
      for (Tensor gradient : Gradients.of(counted, inputs)) {
        double[] numbers = trace.harness.values(gradient);
        for (int i = numbers.length - numbers.length / ROWS; i < numbers.length; i++) {
          assertEquals(0, Math.abs(numbers[i]), "number " + i + " of " + gradient.shape());
        }
      }
    }
  }
}
