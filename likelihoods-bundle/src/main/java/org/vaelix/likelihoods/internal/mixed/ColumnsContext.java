package org.vaelix.likelihoods.internal.mixed;

import java.util.Map;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.training.Schedule;

/**
 * A context in which some of the columns are all there are.
 *
 * @param whole the context of all columns
 * @param columns these
 */
record ColumnsContext(ModelContext whole, Columns columns) implements ModelContext {
  @Override
  public Graph graph() {
    return whole.graph();
  }

  @Override
  public ModelContext scope(String name) {
    return new ColumnsContext(whole.scope(name), columns);
  }

  @Override
  public Graph.Scope open() {
    return whole.open();
  }

  @Override
  public Tensor parameter(String name, Shape shape, Initialiser initialiser) {
    return whole.parameter(name, shape, initialiser);
  }

  @Override
  public Tensor state(String name, Shape shape, Initialiser initialiser) {
    return whole.state(name, shape, initialiser);
  }

  @Override
  public Tensor normal(String name, Shape shape) {
    return whole.normal(name, shape);
  }

  @Override
  public Tensor uniform(String name, Shape shape) {
    return whole.uniform(name, shape);
  }

  @Override
  public Tensor scheduled(String name, Schedule schedule) {
    return whole.scheduled(name, schedule);
  }

  @Override
  public boolean isTraining() {
    return whole.isTraining();
  }

  @Override
  public Shape eventShape() {
    return columns.eventShape();
  }

  @Override
  public Moments moments() {
    return columns.of(whole.moments());
  }

  @Override
  public Map<String, Condition> conditions() {
    return whole.conditions();
  }

  @Override
  public int latentSize() {
    return whole.latentSize();
  }

  @Override
  public ModelContext withLatentSize(int size) {
    return new ColumnsContext(whole.withLatentSize(size), columns);
  }
}
