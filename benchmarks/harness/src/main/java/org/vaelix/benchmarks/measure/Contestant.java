package org.vaelix.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vaelix.benchmarks.workload.Architecture;
import org.vaelix.benchmarks.workload.Likelihood;
import org.vaelix.benchmarks.workload.Workload;

/**
 * Who competes, in one setting.
 *
 * @param name unique, for tables and for {@code --only}
 * @param family whose library it is
 * @param threads that it may compute with
 * @param command that starts its process, before the workload's arguments
 * @param options its own arguments, after the workload's
 * @param environment variables of its process
 * @param likelihoods that it can express
 * @param architectures that it can express
 */
public record Contestant(
    String name,
    Family family,
    int threads,
    List<String> command,
    List<String> options,
    Map<String, String> environment,
    Set<Likelihood> likelihoods,
    Set<Architecture> architectures) {
  /** Whose library computes. */
  public enum Family {
    /** This project. */
    VAELIX,
    /** PyTorch, from whichever language. */
    PYTORCH,
    /** Deeplearning4j and SameDiff. */
    DEEPLEARNING4J
  }

  /**
   * {@return whether it can train a model}
   *
   * @param workload the model
   */
  public boolean canExpress(Workload workload) {
    return likelihoods.contains(workload.likelihood())
        && architectures.contains(workload.architecture());
  }

  /**
   * {@return the whole command line}
   *
   * @param workload arguments that describe it
   */
  public List<String> commandLine(List<String> workload) {
    List<String> line = new ArrayList<>(command);
    line.addAll(workload);
    line.addAll(options);
    return line;
  }
}
