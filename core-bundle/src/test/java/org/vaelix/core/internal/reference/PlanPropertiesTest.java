package org.vaelix.core.internal.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Lending an array on when it has been read never changes a result. */
class PlanPropertiesTest {
  private static Tensor grown(Tensor x, Random random) {
    List<Tensor> values = new ArrayList<>(List.of(x));
    for (int i = 0; i < 30; i++) {
      Tensor a = values.get(random.nextInt(values.size()));
      Tensor b = values.get(random.nextInt(values.size()));
      values.add(
          switch (random.nextInt(7)) {
            case 0 -> a.add(b);
            case 1 -> a.sin().multiply(b);
            case 2 -> a.reshape(6).reshape(2, 3).stopGradient();
            case 3 -> a.tanh();
            case 4 -> a.subtract(b.sumKeeping(0).multiply(0.1));
            case 5 -> a.matmul(b, true, false).range(0, 0, 2).cos();
            default -> a.graph().normal("n" + i, a.shape()).add(b);
          });
    }
    return values.get(values.size() - 1).add(values.get(random.nextInt(values.size())));
  }

  private static HostArray result(long seed, boolean keepsAll) {
    Graph graph = new Graph();
    Tensor x = graph.input("x", Shape.of(2, 3));
    Tensor last = grown(x, new Random(seed));
    graph.output("last", last);
    if (keepsAll) {
      graph.nodes().forEach(node -> graph.output("node" + node.id(), node));
    }
    HostArray value = HostArray.of(x.shape(), 0.1, -0.2, 0.3, 1, -1.5, 2);
    try (Program program = Computed.compile(graph)) {
      program.run(seed, 0, Map.of("x", value));
      return program.run(seed, 1, Map.of("x", value)).get("last");
    }
  }

  @Property(tries = 300, seed = "1")
  void aResultIsTheSameWhetherEveryNodeIsKeptOrNot(@ForAll long seed) {
    HostArray kept = result(seed, true);
    HostArray lent = result(seed, false);
    for (int i = 0; i < kept.shape().elements(); i++) {
      assertEquals(kept.get(i), lent.get(i));
    }
  }
}
