package org.vaelix.launcher.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.run.Summary;
import org.vaelix.core.run.Summary.Score;
import org.vaelix.core.run.Summary.Stopped;

class ResultPageTest {
  private static final Score TRAIN =
      new Score(
          1437,
          Map.of("elbo", -17.2341, "reconstruction", -10.252, "kl", 6.9821),
          new double[] {6.9521, 0.0101, 0.0099, 0.01},
          -25.135);
  private static final Score TEST =
      new Score(
          180,
          Map.of("elbo", -118.566, "reconstruction", -101.5, "kl", 17.066),
          new double[] {17, 0.05, 0.01, 0.006},
          -24.955);

  @Test
  void elboBesideTheNullModel() {
    assertEquals(
        """
        Trained 20 epochs in 1 min 31 s: 460 steps of 12.9 ms (median), backend reference, 1 thread; 34768 parameters.

        split  rows      ELBO  null model     gain  reconstruction      KL  active
        train  1437   -17.234     -25.135   +7.901         -10.252   6.982  2 of 4
        test    180  -118.566     -24.955  -93.611        -101.500  17.066  2 of 4

        ELBO, reconstruction (the expected log-likelihood) and KL are in nats per row; a higher ELBO is
        better. The null model, a constant profile, knows no row from another: what counts is the
        gain over it. A latent dimension is active if its KL is above 0.01 nats.

        A split above is fitted worse than by the null model: train longer, lower the learning rate, or
        see whether the likelihood suits the data.

        run folder  runs/my digits-1
        go on with  ./vaelix sample 'runs/my digits-1' -n 16
                    ./vaelix encode 'runs/my digits-1' DATA
        """,
        ResultPage.afterTraining(
            summary(Stopped.FINISHED, Optional.empty(), 91.2, splits(TRAIN, TEST)),
            Path.of("runs/my digits-1"),
            "./vaelix"));
  }

  @Test
  void reconstructionOfAnAutoencoderBesideTheNullModel() {
    Score score = new Score(10, Map.of("reconstruction", -3.5, "loss", 3.5), new double[0], -4);
    assertEquals(
        """
        split  rows  reconstruction  null model    gain
        train    10          -3.500      -4.000  +0.500

        The reconstruction is the log-likelihood of a row given its code, in nats per row; higher is
        better. The null model, a constant profile, knows no row from another: what counts is the
        gain over it.
        """,
        ResultPage.scores(summary(Stopped.FINISHED, Optional.empty(), 1, Map.of("train", score))));
  }

  @Test
  void anEarlyStopNamesTheEpochThatWasKept() {
    String page =
        ResultPage.afterTraining(
            summary(Stopped.EARLY, Optional.of(13), 59.4, Map.of("train", TRAIN)),
            Path.of("r"),
            "./vaelix");
    assertTrue(page.startsWith("Stopped early after 20 epochs in 59.4 s: "), page);
    assertTrue(page.contains("The weights are those of epoch 13, the best in validation.\n"), page);
    assertTrue(!page.contains("worse than"), page);
  }

  private static Map<String, Score> splits(Score train, Score test) {
    Map<String, Score> splits = new LinkedHashMap<>();
    splits.put("train", train);
    splits.put("test", test);
    return splits;
  }

  private static Summary summary(
      Stopped stopped, Optional<Integer> best, double seconds, Map<String, Score> splits) {
    return new Summary(splits, stopped, 20, best, 460, seconds, 12.94, "reference", 1, 34768);
  }
}
