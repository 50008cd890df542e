package org.vaelix.cpu.internal.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.vaelix.core.compile.Stage;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.cpu.internal.loop.Operand.Kind;
import org.vaelix.cpu.internal.math.BlockMath;
import org.vaelix.cpu.internal.schedule.Task;

/** Turns a fused stage into tasks. */
public final class LoopBuilder {
  private final Stage.Loop loop;
  private final ToIntFunction<Tensor> offsets;
  private final Predicate<Tensor> takesThePlaceOfARead;
  private final Registers registers;
  private final Tensor local;
  private final Partition partition;
  private final Set<Tensor> inMemory = new HashSet<>();
  private final List<BlockStep> steps = new ArrayList<>();
  private final List<Store> stores = new ArrayList<>();
  private final List<Reduce> partials = new ArrayList<>();
  private int partialOffset;

  /**
   * Creates a builder.
   *
   * @param loop the stage
   * @param offsets of tensors in the program's memory
   * @param takesThePlaceOfARead whether a result is written over something the loop reads
   * @param workspace offset of {@link #workspaceFloats} floats
   * @param partition how the loop is cut into parts
   * @param local the tensor that the thread's scratch holds piece by piece; null without
   */
  public LoopBuilder(
      Stage.Loop loop,
      ToIntFunction<Tensor> offsets,
      Predicate<Tensor> takesThePlaceOfARead,
      int workspace,
      Partition partition,
      Tensor local) {
    this.loop = loop;
    this.offsets = offsets;
    this.takesThePlaceOfARead = takesThePlaceOfARead;
    this.partialOffset = workspace;
    this.partition = partition;
    this.local = local;
    this.registers = new Registers(readers(loop));
  }

  /**
   * {@return how many floats the loop needs in the program's memory while it runs: a result for
   * each part of each reduction whose parts do not have rows of their own}
   *
   * @param loop the stage
   * @param partition how the loop is cut into parts
   */
  public static int workspaceFloats(Stage.Loop loop, Partition partition) {
    return loop.reductions().stream()
        .filter(r -> needsPartials(r, partition))
        .mapToInt(r -> r.shape().elements() * partition.parts())
        .sum();
  }

  private static boolean needsPartials(Tensor reduction, Partition partition) {
    return partition.parts() > 1 && reduction.shape().size(partition.axis()) == 1;
  }

  private static Map<Tensor, Integer> readers(Stage.Loop loop) {
    Map<Tensor, Integer> readers = new HashMap<>();
    loop.nodes().forEach(n -> n.operands().forEach(t -> readers.merge(t, 1, Integer::sum)));
    loop.reductions().forEach(n -> readers.merge(n.operands().get(0), 1, Integer::sum));
    return readers;
  }

  /**
   * {@return the tasks, to be run one after another}
   *
   * @param math the arithmetic
   */
  public List<Task> build(BlockMath math) {
    LoopTask task = rows(math);
    return Stream.concat(Stream.of(task), combination(math).stream()).toList();
  }

  /**
   * {@return what is to be done once all parts of the loop are done}
   *
   * @param math the arithmetic
   */
  public Optional<Task> combination(BlockMath math) {
    return partials.isEmpty()
        ? Optional.empty()
        : Optional.of(new CombineTask(math, partials, partition.parts()));
  }

  /**
   * {@return the loop alone}
   *
   * @param math the arithmetic
   */
  public LoopTask rows(BlockMath math) {
    Map<Tensor, List<Tensor>> reductionsOf = new HashMap<>();
    for (Tensor reduction : loop.reductions()) {
      reductionsOf
          .computeIfAbsent(reduction.operands().get(0), t -> new ArrayList<>())
          .add(reduction);
    }
    for (Tensor read : loop.reads()) {
      reductionsOf.getOrDefault(read, List.of()).forEach(this::reduce);
    }
    for (Tensor node : loop.nodes()) {
      compute(node);
      reductionsOf.getOrDefault(node, List.of()).forEach(this::reduce);
    }
    steps.addAll(stores);
    return new LoopTask(math, steps, partition, registers.count());
  }

  private void compute(Tensor node) {
    List<Tensor> tensors = node.operands();
    Operand[] operands = new Operand[tensors.size()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = operand(tensors.get(i), node.op() != Op.SELECT);
    }
    int order = node.attributes() instanceof Attributes.Order o ? o.order() : 0;
    steps.add(new Compute(node.op(), order, result(node), operands));
    tensors.forEach(registers::read);
  }

  private Operand result(Tensor node) {
    boolean isResult = loop.results().contains(node);
    if (isResult && !isReadLater(node)) {
      inMemory.add(node);
      return new Operand(Kind.TENSOR, offsets.applyAsInt(node));
    }
    int register = registers.take(node);
    if (isResult) {
      // The register must last until the block is done: pretend to one more reader.
      registers.keep(node);
      stores.add(new Store(register, offsets.applyAsInt(node)));
    }
    return new Operand(Kind.REGISTER, register);
  }

  /** Whether the result would be written over something that the rest of the loop still reads. */
  private boolean isReadLater(Tensor result) {
    if (!takesThePlaceOfARead.test(result)) {
      return false;
    }
    int offset = offsets.applyAsInt(result);
    List<Tensor> nodes = loop.nodes();
    return nodes.subList(nodes.indexOf(result) + 1, nodes.size()).stream()
        .flatMap(n -> n.operands().stream())
        .anyMatch(o -> o != local && loop.reads().contains(o) && offsets.applyAsInt(o) == offset);
  }

  private Operand operand(Tensor tensor, boolean mayBeNumber) {
    if (registers.holds(tensor)) {
      return new Operand(Kind.REGISTER, registers.of(tensor));
    }
    if (inMemory.contains(tensor)) {
      return new Operand(Kind.TENSOR, offsets.applyAsInt(tensor));
    }
    if (tensor == local) {
      return new Operand(Kind.LOCAL, 0);
    }
    Access access = Access.of(loop.space(), tensor.shape());
    int offset = offsets.applyAsInt(tensor);
    if (access.isScalar() && mayBeNumber) {
      return new Operand(Kind.NUMBER, offset);
    }
    if (access.isContiguous()) {
      return new Operand(Kind.TENSOR, offset);
    }
    int register = registers.take(tensor);
    steps.add(new Load(offset, access, register));
    return new Operand(Kind.REGISTER, register);
  }

  private void reduce(Tensor reduction) {
    Tensor operand = reduction.operands().get(0);
    Shape result = reduction.shape();
    int partial = -1;
    if (needsPartials(reduction, partition)) {
      partial = partialOffset;
      partialOffset += result.elements() * partition.parts();
    }
    Reduce step =
        new Reduce(
            reduction.op(),
            operand(operand, false),
            Access.of(loop.space(), result),
            offsets.applyAsInt(reduction),
            result.elements(),
            partial);
    if (partial >= 0) {
      partials.add(step);
    }
    steps.add(step);
    registers.read(operand);
  }
}
