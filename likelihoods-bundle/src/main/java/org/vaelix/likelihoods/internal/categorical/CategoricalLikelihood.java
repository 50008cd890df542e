package org.vaelix.likelihoods.internal.categorical;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.OptionException;
import org.vaelix.core.part.PartType;

/** Makes the likelihood {@code categorical}. */
@Component
@PartType("categorical")
@Doc(
    value =
        "One of several classes, such as a cell type, as one column for each class: 1 in that of"
            + " the class, 0 in the others.",
    formula = "ln p(x | z) = Σ_k x_k·ln π_k(z), π = softmax(l)",
    source = "Bishop 2006, section 2.2")
public final class CategoricalLikelihood
    implements LikelihoodFactory<CategoricalLikelihood.Config> {
  /** Its options. */
  public record Config(
      @Doc(
              "number of classes K ≥ 2 of a variable; each K columns, one after the other, are one."
                  + " Absent: all columns are one variable")
          Optional<Integer> classes) {
    /** Checks the options. */
    public Config {
      classes.ifPresent(k -> Check.atLeast("classes", k, 2));
    }
  }

  @Override
  public Config defaults() {
    return new Config(Optional.empty());
  }

  @Override
  public Likelihood create(Config config, ModelContext context) {
    int values = context.eventShape().elements();
    int classes = config.classes().orElse(values);
    if (classes < 2 || values % classes != 0) {
      throw new OptionException(
          "classes",
          values + " columns cannot be shared out among variables of " + classes + " classes");
    }
    return new Categorical(classes, context);
  }
}
