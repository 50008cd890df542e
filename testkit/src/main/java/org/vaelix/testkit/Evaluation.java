package org.vaelix.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;

/** A compiled {@link PartHarness}: inputs and variables can be changed from run to run. */
public final class Evaluation implements AutoCloseable {
  private final Program program;
  private final List<String> outputs;
  private final long seed;
  private final Map<String, HostArray> inputs = new LinkedHashMap<>();
  private final Map<String, HostArray> variables = new LinkedHashMap<>();

  Evaluation(Program program, List<String> outputs, long seed) {
    this.program = program;
    this.outputs = outputs;
    this.seed = seed;
  }

  void set(String input, HostArray value) {
    inputs.put(input, value);
  }

  void setVariable(String variable, HostArray value) {
    variables.put(variable, value);
    program.write(variable, value);
  }

  /** {@return the tensors' values, each in row-major order; the noise is the same in every run} */
  public List<double[]> run() {
    return run(0);
  }

  /**
   * {@return the tensors' values, each in row-major order, with noise of their own}
   *
   * @param step which noise
   */
  public List<double[]> run(long step) {
    Program.Outputs results = program.run(seed, step, inputs);
    return outputs.stream().map(name -> results.get(name).toDoubles()).toList();
  }

  /**
   * {@return the value of an input or a variable, a copy}
   *
   * @param name of the input or the variable
   */
  public double[] get(String name) {
    HostArray input = inputs.get(name);
    return (input != null ? input : variables.get(name)).toDoubles();
  }

  /**
   * Changes one number of an input or a variable.
   *
   * @param name of the input or the variable
   * @param index in row-major order
   * @param number the new number
   */
  public void set(String name, int index, double number) {
    HostArray input = inputs.get(name);
    if (input != null) {
      input.set(index, number);
      return;
    }
    HostArray variable = variables.get(name);
    variable.set(index, number);
    program.write(name, variable);
  }

  @Override
  public void close() {
    program.close();
  }
}
