package org.vaelix.cpu.internal.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * The plan of a matrix product. First ask for the {@link #workspaceFloats}, then, once everything
 * has its place in memory, for the {@link #tasks}, to be run one after another.
 */
public final class MatrixProduct {
  private final MatrixKernel kernel;
  private final Product product;
  private final Blocking blocking;
  private final RightOperand right;
  private final int[] matrices;

  private MatrixProduct(MatrixKernel kernel, Product product) {
    this.kernel = kernel;
    this.product = product;
    this.blocking = Blocking.of(kernel, product);
    this.right = RightOperand.of(kernel, product, blocking);
    this.matrices = Arrays.stream(product.batches().b()).distinct().sorted().toArray();
  }

  /**
   * {@return how the product will be computed}
   *
   * @param kernel usually {@link MatrixKernel#best}
   * @param product what is multiplied
   */
  public static MatrixProduct plan(MatrixKernel kernel, Product product) {
    return new MatrixProduct(kernel, product);
  }

  /** {@return how many floats of memory the tasks need for themselves, often 0} */
  public int workspaceFloats() {
    return right == RightOperand.PACKED_BEFORE
        ? matrices.length * blocking.packedColumns() * product.k()
        : 0;
  }

  /** {@return how many rows a part of {@link #rows} has} */
  public int partRows() {
    return RowProduct.partRows(kernel, product);
  }

  /**
   * {@return the product by rows}
   *
   * @param operands where everything lies; the result lies nowhere
   */
  public RowProduct rows(Operands operands) {
    MultiplyTask multiply = new MultiplyTask(kernel, product, blocking, right, matrices, operands);
    return new RowProduct(product, before(operands), multiply, partRows());
  }

  private List<Task> before(Operands operands) {
    return right == RightOperand.PACKED_BEFORE
        ? List.of(new PackTask(product, blocking, matrices, operands.b(), operands.workspace()))
        : List.of();
  }

  /**
   * {@return the tasks, one after another}
   *
   * @param operands where everything lies
   */
  public List<Task> tasks(Operands operands) {
    MultiplyTask multiply = new MultiplyTask(kernel, product, blocking, right, matrices, operands);
    return Stream.concat(before(operands).stream(), Stream.of(multiply)).toList();
  }
}
