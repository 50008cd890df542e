package org.vaelix.core.backend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;

/**
 * What may be given to and asked from a program, and the complaints where something else is. For
 * backends, so that all of them complain alike.
 */
public final class Signature {
  private final Map<String, Shape> inputs = new LinkedHashMap<>();
  private final Map<String, Shape> variables = new LinkedHashMap<>();
  private final Map<String, Shape> outputs = new LinkedHashMap<>();
  private final String[] names;
  private final Shape[] shapes;

  /**
   * Takes down what a graph declares.
   *
   * @param graph finished
   */
  public Signature(Graph graph) {
    graph.inputs().forEach((name, node) -> inputs.put(name, node.shape()));
    graph.variables().forEach(v -> variables.put(v.name(), v.shape()));
    graph.outputs().forEach((name, node) -> outputs.put(name, node.shape()));
    names = inputs.keySet().toArray(String[]::new);
    shapes = inputs.values().toArray(Shape[]::new);
  }

  /**
   * Checks the inputs of a run.
   *
   * @param given by name
   * @throws IllegalArgumentException if one is missing, unknown or of another shape
   */
  public void checkInputs(Map<String, HostArray> given) {
    if (!fits(given)) {
      complain(given);
    }
  }

  /** Called at every step, so without any object of its own. */
  private boolean fits(Map<String, HostArray> given) {
    boolean fits = given.size() == names.length;
    for (int i = 0; i < names.length && fits; i++) {
      HostArray value = given.get(names[i]);
      fits = value != null && value.shape().equals(shapes[i]);
    }
    return fits;
  }

  private void complain(Map<String, HostArray> given) {
    for (String name : given.keySet()) {
      known("input", name, inputs.keySet());
    }
    inputs.forEach((name, expected) -> checkInput(name, expected, given.get(name)));
  }

  private static void checkInput(String name, Shape expected, HostArray value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "input '" + name + "' is missing: expected values of shape " + expected);
    }
    checkShape("input", name, expected, value.shape());
  }

  /**
   * {@return a variable's shape}
   *
   * @param name of the variable
   * @throws IllegalArgumentException if there is none
   */
  public Shape variable(String name) {
    known("variable", name, variables.keySet());
    return variables.get(name);
  }

  /**
   * Checks a value for a variable.
   *
   * @param name of the variable
   * @param value to be written
   * @throws IllegalArgumentException if there is no such variable, or the shape differs
   */
  public void checkVariable(String name, HostArray value) {
    checkShape("variable", name, variable(name), value.shape());
  }

  /**
   * {@return an output's shape}
   *
   * @param name of the output
   * @throws IllegalArgumentException if there is none
   */
  public Shape output(String name) {
    known("output", name, outputs.keySet());
    return outputs.get(name);
  }

  private static void known(String kind, String name, Set<String> names) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          String.format("the graph has no %s '%s', it has %s", kind, name, names));
    }
  }

  private static void checkShape(String kind, String name, Shape expected, Shape found) {
    if (!expected.equals(found)) {
      throw new IllegalArgumentException(
          String.format("%s '%s': expected shape %s, got %s", kind, name, expected, found));
    }
  }
}
