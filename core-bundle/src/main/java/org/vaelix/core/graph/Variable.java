package org.vaelix.core.graph;

/**
 * A value that lives in a program from run to run. Its name is the contract that checkpoints, swaps
 * and exports rely on.
 *
 * @param name qualified, for example {@code encoder/dense0/weight}
 * @param tensor its value at the start of a run
 * @param initialiser its first value
 */
public record Variable(String name, Tensor tensor, Initialiser initialiser) {
  /** {@return the shape} */
  public Shape shape() {
    return tensor.shape();
  }

  /** {@return whether training changes it by gradients} */
  public boolean isTrainable() {
    return tensor.op() == Op.PARAMETER;
  }
}
