package org.vaelix.core.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Moments;
import org.vaelix.core.training.Schedule;

class TraceContextTest {
  private static final Initialiser ZEROS = (shape, random) -> new double[shape.elements()];

  private record Ramp(double end) implements Schedule {
    @Override
    public double at(double fraction) {
      return end * fraction;
    }

    @Override
    public double settledAt() {
      return 1;
    }
  }

  private final Graph graph = new Graph();

  private TraceContext context(boolean training) {
    return new TraceContext(graph, Shape.of(3), Moments.standard(3), training);
  }

  @Test
  void namesOfVariablesAndNoiseAreQualified() {
    TraceContext dense = context(true).scope("encoder").scope("dense0");
    dense.parameter("weight", Shape.of(2), ZEROS);
    dense.state("mean", Shape.of(2), ZEROS);
    Tensor noise = dense.normal("noise", Shape.of(2));
    assertEquals("encoder/dense0/weight", graph.variable("encoder/dense0/weight").name());
    assertEquals("encoder/dense0/mean", graph.variable("encoder/dense0/mean").name());
    assertEquals("encoder/dense0/noise", ((Attributes.Stream) noise.attributes()).name());
  }

  @Test
  void scopesOpenedInsideOneAnotherAreNotRepeated() {
    TraceContext encoder = context(true).scope("encoder");
    try (Graph.Scope outer = encoder.open();
        Graph.Scope same = encoder.open();
        Graph.Scope inner = encoder.scope("dense0").open()) {
      assertEquals("encoder/dense0", graph.constant(1).scope());
    }
    assertEquals("", graph.constant(1).scope());
  }

  @Test
  void aScopeOpenedInsideOfAForeignOneKeepsItsWholeName() {
    TraceContext root = context(true);
    try (Graph.Scope outer = root.scope("objective").open();
        Graph.Scope inner = root.scope("prior").open()) {
      assertEquals("objective/prior", graph.constant(1).scope());
    }
  }

  @Test
  void aScheduleIsAnInputInTrainingMadeOnce() {
    TraceContext root = context(true);
    TraceContext objective = root.scope("objective");
    Tensor beta = objective.scheduled("beta", new Ramp(4));
    assertEquals(Op.INPUT, beta.op());
    assertSame(beta, objective.scheduled("beta", new Ramp(4)));
    assertEquals(Set.of("schedule/objective/beta"), graph.inputs().keySet());
    assertEquals(new Ramp(4), root.schedules().get("schedule/objective/beta"));
  }

  @Test
  void anotherScheduleOfTheSameNameIsRefused() {
    TraceContext objective = context(true).scope("objective");
    objective.scheduled("beta", new Ramp(4));
    ModelException e =
        assertThrows(ModelException.class, () -> objective.scheduled("beta", new Ramp(2)));
    assertTrue(e.getMessage().contains("objective/beta"));
  }

  @Test
  void aScheduleIsItsFinalValueOutsideOfTraining() {
    TraceContext root = context(false);
    Tensor beta = root.scheduled("beta", new Ramp(4));
    assertEquals(4, ((Attributes.Values) beta.attributes()).values()[0]);
    assertTrue(root.schedules().isEmpty());
    assertTrue(graph.inputs().isEmpty());
  }

  @Test
  void theLatentSizeIsKnownBelowWhereItWasGiven() {
    TraceContext root = context(true);
    assertEquals(5, root.withLatentSize(5).scope("prior").latentSize());
    ModelException e = assertThrows(ModelException.class, root.scope("prior")::latentSize);
    assertTrue(e.getMessage().startsWith("'prior' has no latent space"));
  }
}
