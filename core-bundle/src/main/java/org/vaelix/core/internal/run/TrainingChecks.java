package org.vaelix.core.internal.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.data.DataException;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.recipe.Problem;
import org.vaelix.core.recipe.RecipeException;
import org.vaelix.core.recipe.Training;

/** What can be said of a plan of training before a run folder is made for it. */
final class TrainingChecks {
  private final Experiment experiment;

  private TrainingChecks(Experiment experiment) {
    this.experiment = experiment;
  }

  static void check(Experiment experiment) {
    TrainingChecks checks = new TrainingChecks(experiment);
    Training training = experiment.loaded().recipe().training();
    checks.needsValidation("earlyStopping", training.earlyStopping(), "early stopping");
    checks.needsValidation("plateau", training.plateau(), "it");
    training.plateau().map(Training.Plateau::measure).ifPresent(checks::checkMeasure);
    experiment.plannedSteps().check();
  }

  private void needsValidation(String option, Optional<?> wanted, String name) {
    if (wanted.isPresent() && experiment.partition().validation().length == 0) {
      throw new DataException(
          String.format(
              "%s: /training/%s needs validation rows, and /split/validation leaves none; raise"
                  + " it, or leave %s out",
              experiment.dataset().origin(), option, name));
    }
  }

  private void checkMeasure(String measure) {
    Map<String, Tensor> outputs = experiment.tracer().evaluation(1).graph().outputs();
    List<String> known =
        outputs.keySet().stream()
            .filter(name -> name.startsWith(Tracer.ROW) && outputs.get(name).shape().rank() == 1)
            .map(name -> name.substring(Tracer.ROW.length()))
            .sorted()
            .toList();
    if (!known.contains(measure)) {
      String message =
          String.format(
              "the model has no measure '%s' with one number for each row (known: %s)",
              measure, String.join(", ", known));
      throw new RecipeException(
          experiment.loaded().recipe().name(),
          List.of(new Problem("/training/plateau/measure", message)));
    }
  }
}
