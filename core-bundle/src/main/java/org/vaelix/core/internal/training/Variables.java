package org.vaelix.core.internal.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Variable;
import org.vaelix.core.random.PhiloxRandom;
import org.vaelix.core.training.Recomposition.Carried;
import org.vaelix.core.training.Recomposition.Fate;

/** Moves the values of variables between programs and the host, by name. */
public final class Variables {
  /** Variables under this name belong to the optimiser and not to the model. */
  private static final String OPTIMISER = "optimiser/";

  private Variables() {}

  /**
   * Gives every variable its first value.
   *
   * @param graph that declares them
   * @param program that holds them
   * @param seed of the run; each variable has a stream of its own under it
   */
  static void initialise(Graph graph, Program program, long seed) {
    for (Variable variable : graph.variables()) {
      PhiloxRandom random = new PhiloxRandom(seed, "initialise/" + variable.name(), 0);
      double[] values = variable.initialiser().values(variable.shape(), random);
      program.write(variable.name(), HostArray.of(variable.shape(), values));
    }
  }

  /** {@return copies of all variables' values} */
  static Map<String, HostArray> read(Graph graph, Program program) {
    Map<String, HostArray> values = new LinkedHashMap<>();
    graph.variables().forEach(v -> values.put(v.name(), program.read(v.name())));
    return values;
  }

  /** {@return copies of the values that belong to the model, not to its training} */
  static Map<String, HostArray> readModel(Graph graph, Program program) {
    Map<String, HostArray> values = new LinkedHashMap<>();
    graph.variables().stream()
        .map(Variable::name)
        .filter(name -> !name.startsWith(OPTIMISER))
        .forEach(name -> values.put(name, program.read(name)));
    return values;
  }

  /**
   * Writes values to the variables that a graph has.
   *
   * @param graph whose variables must all be among the values
   * @param program that holds them
   * @param values by name; others are ignored
   * @throws IllegalArgumentException if a variable has no value, or one of another shape
   */
  public static void write(Graph graph, Program program, Map<String, HostArray> values) {
    for (Variable variable : graph.variables()) {
      HostArray value = values.get(variable.name());
      if (value == null) {
        throw new IllegalArgumentException("there is no value for '" + variable.name() + "'");
      }
      program.write(variable.name(), value);
    }
  }

  /**
   * Gives each variable the value of the same name and shape, or else its first one.
   *
   * @param graph that declares them
   * @param program that holds them
   * @param seed of the run
   * @param values by name
   * @return what has become of each variable, those without a place among them
   */
  static List<Carried> carry(
      Graph graph, Program program, long seed, Map<String, HostArray> values) {
    initialise(graph, program, seed);
    List<Carried> carried = new ArrayList<>();
    Map<String, HostArray> left = new LinkedHashMap<>(values);
    for (Variable variable : graph.variables()) {
      HostArray value = left.remove(variable.name());
      boolean isKept = value != null && value.shape().equals(variable.shape());
      if (isKept) {
        program.write(variable.name(), value);
      }
      Fate fate = isKept ? Fate.KEPT : Fate.INITIALISED;
      carried.add(new Carried(variable.name(), variable.shape().toString(), fate));
    }
    left.forEach(
        (name, value) -> carried.add(new Carried(name, value.shape().toString(), Fate.DROPPED)));
    return carried;
  }

  /** {@return whether the values are just those that a graph's model has, by name and shape} */
  static boolean fit(Graph graph, Map<String, HostArray> values) {
    return graph.variables().stream()
        .allMatch(
            variable -> {
              HostArray value = values.get(variable.name());
              return value != null && value.shape().equals(variable.shape());
            });
  }

  /** {@return how many numbers are trained} */
  static long trainedNumbers(Graph graph) {
    return graph.variables().stream()
        .filter(Variable::isTrainable)
        .mapToLong(v -> v.shape().elements())
        .sum();
  }
}
