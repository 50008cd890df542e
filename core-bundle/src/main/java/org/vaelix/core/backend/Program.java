package org.vaelix.core.backend;

import java.util.Map;
import java.util.Optional;

/**
 * A compiled graph together with the variables it works on. Made by a {@link Backend}, driven by a
 * run, one thread at a time; several programs may run at once.
 */
public interface Program extends AutoCloseable {
  /**
   * Computes the outputs from the inputs and the variables, then makes the updates. Either all
   * updates are made or, if it throws, none.
   *
   * @param seed key of the noise
   * @param step counter of the noise; the same seed and step give the same numbers
   * @param inputs a value of the declared shape for each input of the graph
   * @return the outputs, valid until the next run
   * @throws IllegalArgumentException if an input is missing, unknown or of another shape
   * @throws BackendException if the backend fails, for example for want of memory
   * @throws IllegalStateException if the program is closed
   */
  Outputs run(long seed, long step, Map<String, HostArray> inputs);

  /**
   * {@return a copy of a variable's value}
   *
   * @param variable its name
   * @throws IllegalArgumentException if the graph has no such variable
   */
  HostArray read(String variable);

  /**
   * Gives a variable a value.
   *
   * @param variable its name
   * @param value of its shape, in either precision
   * @throws IllegalArgumentException if the graph has no such variable, or the shape differs
   */
  void write(String variable, HostArray value);

  /**
   * {@return what runs the program and measures it kernel by kernel; nothing if the backend cannot}
   *
   * @throws IllegalStateException if the program is closed
   */
  default Optional<Profiler> profiler() {
    return Optional.empty();
  }

  /** Frees what the program holds. Closing twice does nothing. */
  @Override
  void close();

  /** The results of one run. A backend may leave them where they are until they are asked for. */
  @FunctionalInterface
  interface Outputs {
    /**
     * {@return an output's value}
     *
     * @param name of the output
     * @throws IllegalArgumentException if the graph has no such output
     */
    HostArray get(String name);
  }
}
