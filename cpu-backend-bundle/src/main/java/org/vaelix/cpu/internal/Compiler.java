package org.vaelix.cpu.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.backend.Profile.Phase;
import org.vaelix.core.compile.Epilogues;
import org.vaelix.core.compile.Fusion;
import org.vaelix.core.compile.Ordering;
import org.vaelix.core.compile.Simplifier;
import org.vaelix.core.compile.Stage;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Op;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.cpu.internal.convolution.Convolution;
import org.vaelix.cpu.internal.layout.LayoutTasks;
import org.vaelix.cpu.internal.loop.LoopBuilder;
import org.vaelix.cpu.internal.loop.Partition;
import org.vaelix.cpu.internal.math.BlockMath;
import org.vaelix.cpu.internal.matrix.MatrixKernel;
import org.vaelix.cpu.internal.matrix.MatrixProduct;
import org.vaelix.cpu.internal.matrix.Operands;
import org.vaelix.cpu.internal.matrix.Product;
import org.vaelix.cpu.internal.matrix.RowProduct;
import org.vaelix.cpu.internal.memory.MemoryPlan;
import org.vaelix.cpu.internal.noise.NoiseKey;
import org.vaelix.cpu.internal.noise.NoiseTask;
import org.vaelix.cpu.internal.profile.Laps;
import org.vaelix.cpu.internal.profile.StageTasks;
import org.vaelix.cpu.internal.schedule.Task;

/** From a graph to tasks: simplify, fuse, place in memory, and turn each stage into tasks. */
final class Compiler {
  private final BlockMath math;
  private final MatrixKernel matrices;
  private final NoiseKey key = new NoiseKey();

  /** Plans are asked for twice: for the memory they need, and for their tasks. */
  private final Map<Tensor, MatrixProduct> products = new HashMap<>();

  private final Map<Tensor, Convolution> convolutions = new HashMap<>();

  Compiler(BlockMath math, MatrixKernel matrices) {
    this.math = math;
    this.matrices = matrices;
  }

  Compiled compile(Graph source) {
    Laps laps = new Laps();
    Graph graph = Simplifier.simplify(source);
    laps.end("simplify", graph.nodes().size(), "of " + source.nodes().size() + " nodes");
    List<Stage> stages = Fusion.stages(graph);
    laps.end("fuse", stages.size(), "stages");
    stages = Epilogues.join(graph, stages, this::suits);
    laps.end("join", stages.size(), "stages");
    stages = Ordering.sort(graph, stages);
    laps.end("order", stages.size(), "stages");
    MemoryPlan memory = new MemoryPlan(graph, stages, this::workspaceFloats);
    laps.end("plan", (int) (memory.size() * Float.BYTES >> 10), "KiB of memory");
    List<StageTasks> tasks = new ArrayList<>();
    for (Stage stage : stages) {
      tasks.add(new StageTasks(stage, tasks(stage, memory)));
    }
    laps.end("tasks", tasks.stream().mapToInt(t -> t.tasks().size()).sum(), "tasks");
    return new Compiled(graph, memory, List.copyOf(tasks), key, laps.phases());
  }

  private int workspaceFloats(Stage stage) {
    if (stage instanceof Stage.Loop loop) {
      return LoopBuilder.workspaceFloats(loop, Partition.of(loop.space()));
    }
    if (stage instanceof Stage.Epilogue epilogue) {
      MatrixProduct product = matrixProduct(epilogue.single().node());
      return product.workspaceFloats()
          + LoopBuilder.workspaceFloats(epilogue.loop(), partition(epilogue, product));
    }
    Tensor node = ((Stage.Single) stage).node();
    return switch (node.op()) {
      case MATMUL -> matrixProduct(node).workspaceFloats();
      case CONV2D, CONV2D_INPUT_GRADIENT, CONV2D_FILTER_GRADIENT ->
          convolution(node).workspaceFloats();
      default -> 0;
    };
  }

  private List<Task> tasks(Stage stage, MemoryPlan memory) {
    int workspace = memory.workspace(stage);
    if (stage instanceof Stage.Loop loop) {
      Partition partition = Partition.of(loop.space());
      return new LoopBuilder(loop, memory::offset, memory::isInPlace, workspace, partition, null)
          .build(math);
    }
    if (stage instanceof Stage.Epilogue epilogue) {
      return epilogue(epilogue, memory, workspace);
    }
    Tensor node = ((Stage.Single) stage).node();
    return switch (node.op()) {
      case NORMAL, UNIFORM -> List.of(new NoiseTask(math, key, node, memory.offset(node)));
      case MATMUL ->
          matrixProduct(node).tasks(operands(node, memory, memory.offset(node), workspace));
      case CONV2D, CONV2D_INPUT_GRADIENT, CONV2D_FILTER_GRADIENT ->
          convolution(node).tasks(operands(node, memory, memory.offset(node), workspace));
      default -> LayoutTasks.of(node, memory::offset);
    };
  }

  private boolean suits(Stage.Single single, Stage.Loop loop) {
    Tensor node = single.node();
    return node.op() == Op.MATMUL && node.shape().rank() == 2 && RowProduct.suits(product(node));
  }

  private static Partition partition(Stage.Epilogue epilogue, MatrixProduct product) {
    return Partition.of(epilogue.loop().space(), product.partRows());
  }

  private List<Task> epilogue(Stage.Epilogue stage, MemoryPlan memory, int workspace) {
    Tensor node = stage.single().node();
    MatrixProduct product = matrixProduct(node);
    RowProduct rows = product.rows(operands(node, memory, 0, workspace));
    Partition partition = partition(stage, product);
    LoopBuilder loop =
        new LoopBuilder(
            stage.loop(),
            memory::offset,
            memory::isInPlace,
            workspace + product.workspaceFloats(),
            partition,
            node);
    List<Task> tasks = new ArrayList<>(rows.before());
    tasks.add(new EpilogueTask(rows, loop.rows(math), partition.parts()));
    loop.combination(math).ifPresent(tasks::add);
    return tasks;
  }

  private static Product product(Tensor node) {
    Shape a = node.operands().get(0).shape();
    Shape b = node.operands().get(1).shape();
    Attributes.Transposed transposed = (Attributes.Transposed) node.attributes();
    return Product.of(a, b, node.shape(), transposed);
  }

  private MatrixProduct matrixProduct(Tensor node) {
    return products.computeIfAbsent(node, n -> MatrixProduct.plan(matrices, product(n)));
  }

  private Convolution convolution(Tensor node) {
    return convolutions.computeIfAbsent(node, Compiler::plan);
  }

  private static Convolution plan(Tensor node) {
    Shape first = node.operands().get(0).shape();
    Shape second = node.operands().get(1).shape();
    Attributes.Convolution attributes = (Attributes.Convolution) node.attributes();
    return switch (node.op()) {
      case CONV2D -> Convolution.forward(first, second, node.shape(), attributes);
      case CONV2D_INPUT_GRADIENT ->
          Convolution.inputGradient(first, second, node.shape(), attributes);
      case CONV2D_FILTER_GRADIENT ->
          Convolution.filterGradient(first, second, node.shape(), attributes);
      default -> throw new AssertionError(node.op());
    };
  }

  private static Operands operands(Tensor node, MemoryPlan memory, int result, int workspace) {
    return new Operands(
        memory.offset(node.operands().get(0)),
        memory.offset(node.operands().get(1)),
        result,
        workspace);
  }

  /**
   * A compiled graph.
   *
   * @param graph simplified
   * @param memory where everything lies
   * @param stages to be run one after another
   * @param key of the noise
   * @param phases how it was compiled
   */
  record Compiled(
      Graph graph, MemoryPlan memory, List<StageTasks> stages, NoiseKey key, List<Phase> phases) {
    /** {@return all stages' tasks, to be run one after another} */
    List<Task> tasks() {
      return stages.stream().flatMap(stage -> stage.tasks().stream()).toList();
    }
  }
}
