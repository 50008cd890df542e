package org.vaelix.models.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.Support;
import org.vaelix.testkit.PartHarness;

/** The encoder reads observations as the likelihood says. */
class EncoderInputTest {
  /** Lets encoders read three times the values. */
  private record Tripled(Likelihood inner) implements Likelihood {
    @Override
    public Tensor encoderInput(Tensor values) {
      return values.multiply(3);
    }

    @Override
    public List<Head> heads() {
      return inner.heads();
    }

    @Override
    public ConditionalDistribution given(Map<String, Tensor> heads, Conditions conditions) {
      return inner.given(heads, conditions);
    }

    @Override
    public ConditionalDistribution nullModel(Moments moments, Conditions conditions) {
      return inner.nullModel(moments, conditions);
    }

    @Override
    public Support support() {
      return inner.support();
    }

    @Override
    public void sample(Map<String, double[]> parameters, double[] values, RandomGenerator random) {
      inner.sample(parameters, values, random);
    }
  }

  @Test
  void theEncoderReadsWhatTheLikelihoodSays() {
    PartHarness harness = ToyRows.harness(true);
    Likelihood tripled = new Tripled(new ToyParts.UnitNormal(harness.context()));
    Networks networks =
        Networks.of(
                harness.context(), ToyParts.Linear.spec(false), Optional.empty(), Optional.empty())
            .reading(new Scoped<>(tripled, harness.context().scope("likelihood")));
    Encoding encoding =
        networks.encode(ToyRows.batch(harness), List.of(Head.of("mean", Shape.of(1))));
    harness.set("encoder/mean/weight", 1, 0, 0);
    harness.set("encoder/mean/bias", 1);
    double[] found = harness.values(encoding.heads().get("mean"));
    for (int row = 0; row < ToyRows.ROWS; row++) {
      assertEquals(3 * ToyRows.VALUES[3 * row] + 1, found[row], 1e-12);
    }
  }
}
