package org.vaelix.core.internal.reference;

import java.util.Arrays;
import org.vaelix.core.graph.Tensor;

/**
 * Brings operands of an element-wise operation into line: cuts the result into straight lines of
 * values, each with an equally straight line of every operand. An operand that is stretched along
 * the line is written out, so that each operation needs a single loop.
 */
final class Broadcasting {
  /** Computes one line. */
  @FunctionalInterface
  interface Line {
    /**
     * Computes the line.
     *
     * @param x for each operand, the array that holds its line
     * @param at for each operand, where its line starts
     * @param y the result's array
     * @param start where the result's line starts
     * @param length of the line
     */
    void compute(double[][] x, int[] at, double[] y, int start, int length);
  }

  /** Lines of this length and their operands stay in the processor's first cache. */
  private static final int LONGEST = 1024;

  private final Walk walk;
  private final double[][] operands;
  private final double[][] lines;
  private final double[] y;

  Broadcasting(Tensor node, double[][] operands, double[] y) {
    int[][] strides = new int[operands.length + 1][];
    strides[0] = node.shape().strides();
    for (int i = 0; i < operands.length; i++) {
      strides[i + 1] = Walk.stretched(node.operands().get(i).shape(), node.shape());
    }
    this.walk = new Walk(node.shape().sizes(), strides);
    this.operands = operands;
    this.y = y;
    this.lines = operands.clone();
    for (int i = 0; i < lines.length; i++) {
      if (isStretched(i)) {
        lines[i] = new double[Math.min(LONGEST, walk.length())];
      }
    }
  }

  private boolean isStretched(int operand) {
    return walk.stride(operand + 1) == 0;
  }

  /**
   * Computes the whole result.
   *
   * @param line computes one line of it
   */
  void run(Line line) {
    int[] at = new int[operands.length];
    walk.each(
        new int[operands.length + 1],
        positions -> {
          writeOut(positions);
          for (int done = 0; done < walk.length(); done += LONGEST) {
            for (int i = 0; i < at.length; i++) {
              at[i] = isStretched(i) ? 0 : positions[i + 1] + done;
            }
            int length = Math.min(LONGEST, walk.length() - done);
            line.compute(lines, at, y, positions[0] + done, length);
          }
        });
  }

  private void writeOut(int[] positions) {
    for (int i = 0; i < operands.length; i++) {
      if (isStretched(i)) {
        Arrays.fill(lines[i], operands[i][positions[i + 1]]);
      }
    }
  }
}
