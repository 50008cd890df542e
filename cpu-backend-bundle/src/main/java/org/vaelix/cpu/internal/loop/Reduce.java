package org.vaelix.cpu.internal.loop;

import java.util.Arrays;
import org.vaelix.core.graph.Op;
import org.vaelix.cpu.internal.math.BlockMath;

/**
 * A reduction of a loop's values.
 *
 * @param op {@link Op#SUM} or {@link Op#MAX}
 * @param operand what is reduced
 * @param access from the space to the result
 * @param result offset of the result
 * @param size of the result
 * @param partial offset of one result for each part; −1 where parts write rows of their own
 */
record Reduce(Op op, Operand operand, Access access, int result, int size, int partial)
    implements BlockStep {

  private int target(int part) {
    return partial < 0 ? result : partial + part * size;
  }

  /** Prepares a part's share of the result: its rows, or a result of its own. */
  void begin(float[] memory, int part, int firstRow, int lastRow, int rows) {
    int from = partial < 0 ? (int) ((long) size * firstRow / rows) : 0;
    int to = partial < 0 ? (int) ((long) size * lastRow / rows) : size;
    int target = target(part);
    float neutral = op == Op.SUM ? 0 : Float.NEGATIVE_INFINITY;
    Arrays.fill(memory, target + from, target + to, neutral);
  }

  @Override
  public void run(Block block) {
    float[] values = block.array(operand);
    int at = block.offset(operand);
    int inner = access.innerSize();
    int target = target(block.part);
    int done = 0;
    while (done < block.count) {
      int index = block.start + done;
      int run = Math.min(block.count - done, inner - index % inner);
      int place = target + access.place(index);
      if (access.innerStride() == 0) {
        one(block.math, values, at + done, run, block.memory, place);
      } else {
        rows(block.math, values, at + done, block.memory, place, run);
      }
      done += run;
    }
  }

  private void one(BlockMath math, float[] values, int from, int run, float[] memory, int place) {
    memory[place] =
        op == Op.SUM
            ? memory[place] + math.sum(values, from, run)
            : Math.max(memory[place], math.max(values, from, run));
  }

  private void rows(BlockMath math, float[] values, int from, float[] memory, int to, int run) {
    if (op == Op.SUM) {
      math.accumulate(values, from, memory, to, run);
    } else {
      math.accumulateMax(values, from, memory, to, run);
    }
  }

  /** Joins the parts' results, in the order of the parts. */
  void combine(BlockMath math, float[] memory, int parts) {
    System.arraycopy(memory, partial, memory, result, size);
    for (int part = 1; part < parts; part++) {
      rows(math, memory, partial + part * size, memory, result, size);
    }
  }
}
