package org.vaelix.core.compile;

import java.util.List;
import java.util.stream.Stream;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** A piece of a graph that a backend computes at once. */
public sealed interface Stage {

  /** {@return the tensors it reads from memory} */
  List<Tensor> reads();

  /** {@return the tensors it leaves in memory} */
  List<Tensor> writes();

  /**
   * One operation that is not element-wise.
   *
   * @param node the operation's result
   */
  record Single(Tensor node) implements Stage {
    @Override
    public List<Tensor> reads() {
      return node.operands();
    }

    @Override
    public List<Tensor> writes() {
      return List.of(node);
    }
  }

  /**
   * Element-wise operations over one index space, and reductions of their results. Value by value,
   * each node depends on its operands at the same place only, so all of them can be computed block
   * by block without leaving the nearest cache.
   *
   * @param space the shape of every node
   * @param nodes in an order in which operands come first
   * @param reductions over axes of the space, of nodes or of tensors read
   * @param reads tensors from memory, each broadcastable to the space
   * @param results nodes that something outside of the loop needs
   */
  record Loop(
      Shape space,
      List<Tensor> nodes,
      List<Tensor> reductions,
      List<Tensor> reads,
      List<Tensor> results)
      implements Stage {
    @Override
    public List<Tensor> writes() {
      return Stream.concat(results.stream(), reductions.stream()).toList();
    }
  }

  /**
   * One operation and a loop over its result, which nothing else reads: the result can be used up
   * piece by piece and never needs to be whole.
   *
   * @param single the operation
   * @param loop over the result; its space is the result's shape
   */
  record Epilogue(Single single, Loop loop) implements Stage {
    @Override
    public List<Tensor> reads() {
      Stream<Tensor> others = loop.reads().stream().filter(t -> t != single.node());
      return Stream.concat(single.reads().stream(), others).toList();
    }

    @Override
    public List<Tensor> writes() {
      return loop.writes();
    }
  }
}
