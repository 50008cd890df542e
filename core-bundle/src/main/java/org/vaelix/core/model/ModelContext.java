package org.vaelix.core.model;

import java.util.Map;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.OptionException;
import org.vaelix.core.training.Schedule;

/**
 * What a part is given while a graph is traced: where to declare parameters and noise, and what is
 * known of the data. Implemented by the core; valid during one trace only.
 */
public interface ModelContext {
  /** {@return the graph being traced} */
  Graph graph();

  /**
   * {@return this context with names, and the nodes' scope, one level deeper}
   *
   * @param name of the part or layer, for example {@code decoder}
   */
  ModelContext scope(String name);

  /**
   * Marks the nodes made until the result is closed as made within this context's scope.
   *
   * @return closes the scope
   */
  Graph.Scope open();

  /**
   * {@return a trainable variable, made on first use; its qualified name is this scope and the
   * name}
   *
   * @param name for example {@code weight}
   * @param shape of the variable
   * @param initialiser its first value
   */
  Tensor parameter(String name, Shape shape, Initialiser initialiser);

  /**
   * {@return a variable that gradients do not train, made on first use}
   *
   * @param name for example {@code runningMean}
   * @param shape of the variable
   * @param initialiser its first value
   */
  Tensor state(String name, Shape shape, Initialiser initialiser);

  /**
   * {@return standard normal noise}
   *
   * @param name for example {@code noise}
   * @param shape of the noise
   */
  Tensor normal(String name, Shape shape);

  /**
   * {@return uniform noise in (0, 1)}
   *
   * @param name for example {@code noise}
   * @param shape of the noise
   */
  Tensor uniform(String name, Shape shape);

  /**
   * {@return a scalar that follows a schedule in training and has its final value elsewhere}
   *
   * @param name for example {@code beta}
   * @param schedule its values
   */
  Tensor scheduled(String name, Schedule schedule);

  /** {@return whether this trace is for training (dropout, batch statistics)} */
  boolean isTraining();

  /** {@return the shape of one observation, for example {@code (50,)} or {@code (1, 28, 28)}} */
  Shape eventShape();

  /** {@return mean and variance of each value of an observation over the training rows} */
  Moments moments();

  /** {@return the conditions that the recipe declares, by name} */
  Map<String, Condition> conditions();

  /**
   * {@return the condition that an option names} To be called in a factory's {@code create}: a name
   * that the recipe does not declare is then reported at the option's place.
   *
   * @param option the component of the configuration record that holds the name
   * @param name of the condition
   * @throws OptionException if there is none of that name
   */
  default Condition condition(String option, String name) {
    Condition condition = conditions().get(name);
    if (condition == null) {
      throw new OptionException(option, Conditions.unknown(name, conditions().keySet()));
    }
    return condition;
  }

  /**
   * {@return the size of the latent space}
   *
   * @throws ModelException outside of a model with a latent space
   */
  int latentSize();

  /**
   * {@return this context for a latent space}
   *
   * @param size its number of dimensions
   */
  ModelContext withLatentSize(int size);
}
