package org.vaelix.launcher.internal.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.training.TrainingListener.Epoch;
import org.vaelix.core.training.TrainingListener.Plan;

class BarProgressTest {
  @Test
  void theLastPictureShowsTheEndAndFitsTheTerminal() {
    Recorder out = new Recorder();
    try (BarProgress progress = new BarProgress(out.stream(), 100)) {
      progress.message("first");
      progress.started(new Plan(2, 5, 0));
      for (int step = 1; step <= 10; step++) {
        progress.stepDone(step, 10.0 / step);
        if (step % 5 == 0) {
          progress.epochDone(new Epoch(step / 5, step, Map.of(), Map.of("loss", 0.25)));
        }
      }
      progress.message("checkpoint");
    }
    String[] pictures = out.text().split("\r");
    String last = pictures[pictures.length - 1];
    assertTrue(last.contains("10/10"), last);
    assertTrue(last.contains("epoch 2/2, loss 1.000, validation 0.25"), last);
    assertTrue(last.endsWith("\n"), last);
    assertTrue(last.strip().length() < 100, last);
    assertTrue(out.text().startsWith("first\n"), out.text());
    assertTrue(out.text().contains("\u001b[Kcheckpoint\n"), out.text());
  }
}
