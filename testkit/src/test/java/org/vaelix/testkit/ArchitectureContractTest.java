package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Functions;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.Decoding;
import org.vaelix.core.model.Dense;
import org.vaelix.core.model.Encoding;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Initialisers;
import org.vaelix.core.model.ModelContext;

/** A right architecture passes, and each kind of fault is found. */
class ArchitectureContractTest extends ArchitectureContract {
  private enum Fault {
    NONE,
    UNSCOPED,
    CONDITIONS_IGNORED,
    ROWS_MIXED,
    BIAS_IGNORED,
    PARAMETER_UNUSED,
    FRESH_VARIABLES,
    FLAT_HEADS
  }

  @Override
  protected Architecture create(ModelContext context) {
    return new Linear(context, Fault.NONE);
  }

  /** The same contract for a faulty architecture; run by hand, so not found as a test itself. */
  private static final class Faulty extends ArchitectureContract {
    private final Fault fault;

    Faulty(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected Architecture create(ModelContext context) {
      return new Linear(context, fault);
    }
  }

  private record Linear(ModelContext context, Fault fault) implements Architecture {
    @Override
    public Encoding encode(Tensor values, Conditions conditions, List<Head> heads) {
      return new Encoding(
          heads("encoder", Functions.flatten(values), conditions, heads), List.of());
    }

    @Override
    public Decoding decode(Tensor z, Conditions conditions, List<Tensor> skips, List<Head> heads) {
      return Decoding.of(heads("decoder", z, conditions, heads));
    }

    private Map<String, Tensor> heads(
        String direction, Tensor x, Conditions conditions, List<Head> heads) {
      ModelContext network = fault == Fault.UNSCOPED ? context : context.scope(direction);
      if (fault == Fault.FRESH_VARIABLES) {
        network = network.scope("use" + context.graph().variables().size());
      }
      Tensor input = fault == Fault.CONDITIONS_IGNORED ? x : conditions.appendTo(x);
      if (fault == Fault.ROWS_MIXED) {
        input = input.subtract(input.mean(0));
      }
      if (fault == Fault.PARAMETER_UNUSED) {
        network.parameter("unused", x.shape().dropLeading(1), Initialisers.zeros());
      }
      List<Head> asked = fault == Fault.BIAS_IGNORED ? unbiased(heads) : heads;
      Map<String, Tensor> results = new LinkedHashMap<>(Dense.heads(network, input, asked));
      if (fault == Fault.FLAT_HEADS) {
        results.replaceAll((name, result) -> Functions.flatten(result));
      }
      return results;
    }

    private static List<Head> unbiased(List<Head> heads) {
      return heads.stream().map(head -> Head.of(head.name(), head.shape())).toList();
    }
  }

  private static void assertFound(Fault fault, Consumer<ArchitectureContract> test) {
    assertThrows(AssertionError.class, () -> test.accept(new Faulty(fault)));
  }

  @Test
  void faultsAreFound() {
    assertFound(Fault.UNSCOPED, ArchitectureContract::scopesOfVariables);
    assertFound(Fault.CONDITIONS_IGNORED, ArchitectureContract::conditionsAreUsed);
    assertFound(Fault.ROWS_MIXED, ArchitectureContract::rowsAreIndependent);
    assertFound(Fault.BIAS_IGNORED, ArchitectureContract::biasesOfHeads);
    assertFound(Fault.PARAMETER_UNUSED, ArchitectureContract::gradientReachesEveryParameter);
    assertFound(Fault.FRESH_VARIABLES, ArchitectureContract::askedTwice);
    assertFound(Fault.FLAT_HEADS, ArchitectureContract::headShapes);
  }
}
