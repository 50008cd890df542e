package org.vaelix.core.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** What a stage is made of, for readers: a few words, and the parts that made its nodes. */
public final class StageNodes {
  /** More operations than these are not named one by one. */
  private static final int NAMED = 4;

  private StageNodes() {}

  /**
   * {@return the nodes that a stage computes}
   *
   * @param stage of a graph
   */
  public static List<Tensor> of(Stage stage) {
    List<Tensor> nodes = new ArrayList<>();
    if (stage instanceof Stage.Loop loop) {
      nodes.addAll(loop.nodes());
      nodes.addAll(loop.reductions());
      return nodes;
    }
    if (stage instanceof Stage.Epilogue epilogue) {
      nodes.addAll(of(epilogue.single()));
      nodes.addAll(of(epilogue.loop()));
      return nodes;
    }
    return List.of(((Stage.Single) stage).node());
  }

  /**
   * {@return the stage's kind: {@code loop}, the operation, or {@code matmul and loop}}
   *
   * @param stage of a graph
   */
  public static String kind(Stage stage) {
    if (stage instanceof Stage.Epilogue epilogue) {
      return kind(epilogue.single()) + " and loop";
    }
    return stage instanceof Stage.Single single ? single.node().op().label() : "loop";
  }

  /**
   * {@return the stage in a few words: {@code matmul 128×784×512} is m × k × n, {@code loop
   * 128×512: add, relu (2 operations)} what is done in an index space}
   *
   * @param stage of a graph
   */
  public static String description(Stage stage) {
    if (stage instanceof Stage.Loop loop) {
      return "loop " + sizes(loop.space()) + ": " + operations(loop);
    }
    if (stage instanceof Stage.Epilogue epilogue) {
      return description(epilogue.single()) + ": " + operations(epilogue.loop());
    }
    Tensor node = ((Stage.Single) stage).node();
    String label = node.op().label() + " ";
    return switch (node.op()) {
      case MATMUL -> label + product(node);
      case NORMAL, UNIFORM -> label + sizes(node.shape());
      case CONV2D, CONV2D_INPUT_GRADIENT, CONV2D_FILTER_GRADIENT ->
          label
              + sizes(node.operands().get(0).shape())
              + " with "
              + sizes(node.operands().get(1).shape());
      default -> label + sizes(node.operands().get(0).shape()) + " to " + sizes(node.shape());
    };
  }

  private static String product(Tensor node) {
    Shape c = node.shape();
    Shape a = node.operands().get(0).shape();
    boolean isTransposed = ((Attributes.Transposed) node.attributes()).left();
    int pairs = c.size(-2) * c.size(-1);
    String count = c.elements() == pairs ? "" : c.elements() / Math.max(1, pairs) + " of ";
    return count + c.size(-2) + "×" + a.size(isTransposed ? -2 : -1) + "×" + c.size(-1);
  }

  private static String sizes(Shape shape) {
    return shape.rank() == 0
        ? "1"
        : IntStream.of(shape.sizes()).mapToObj(String::valueOf).collect(Collectors.joining("×"));
  }

  private static String operations(Stage.Loop loop) {
    List<String> names = of(loop).stream().map(t -> t.op().label()).distinct().toList();
    String named = names.stream().limit(NAMED).collect(Collectors.joining(", "));
    String count =
        count(loop.nodes().size(), "operation") + count(loop.reductions().size(), "reduction");
    return named + (names.size() > NAMED ? ", …" : "") + " (" + count.substring(2) + ")";
  }

  private static String count(int count, String what) {
    return count == 0 ? "" : ", " + count + " " + what + (count == 1 ? "" : "s");
  }

  /**
   * {@return the scopes of a stage's nodes, each with its share of the stage's operations, in the
   * order of the nodes}
   *
   * @param stage of a graph
   */
  public static Map<String, Double> scopes(Stage stage) {
    List<Tensor> nodes = of(stage);
    long all = nodes.stream().mapToLong(Work::operations).sum();
    Map<String, Double> scopes = new LinkedHashMap<>();
    for (Tensor node : nodes) {
      double share = all > 0 ? (double) Work.operations(node) / all : 1.0 / nodes.size();
      if (share > 0) {
        scopes.merge(node.scope(), share, Double::sum);
      }
    }
    return scopes;
  }
}
