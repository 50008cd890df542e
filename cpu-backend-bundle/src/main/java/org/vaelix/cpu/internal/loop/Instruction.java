package org.vaelix.cpu.internal.loop;

import java.util.List;
import org.vaelix.core.graph.Tensor;
import org.vaelix.cpu.internal.math.Combination;

/**
 * What one pass over a block computes: a node, or a node together with nodes that only it reads.
 *
 * @param result the node
 * @param combination what is computed from the operands; null for the node's own operation
 * @param ranges up to three operands of the combination, or the node's operands
 * @param numbers up to two single numbers of the combination
 */
record Instruction(
    Tensor result, Combination combination, List<Tensor> ranges, List<Tensor> numbers) {
  static Instruction of(Tensor node) {
    return new Instruction(node, null, node.operands(), List.of());
  }
}
