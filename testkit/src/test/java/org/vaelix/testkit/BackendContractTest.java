package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;

/** Each kind of fault of a backend is found. That a right one passes, the reference shows. */
class BackendContractTest {
  private enum Fault {
    INACCURATE,
    SEED_IGNORED,
    MISSING_INPUT_ACCEPTED,
    UNKNOWN_INPUT_ACCEPTED,
    RUNS_WHEN_CLOSED,
    READS_ALIASED,
    UPDATES_FORGOTTEN
  }

  /** The contract for a faulty backend; run by hand, so not found as a test itself. */
  private static final class Faulty extends BackendContract {
    private final Fault fault;

    Faulty(Fault fault) {
      this.fault = fault;
    }

    @Override
    protected Backend<?> backend() {
      return Backends.reference();
    }

    @Override
    protected Precision precision() {
      return Precision.SINGLE;
    }

    @Override
    protected Program compile(Graph graph) {
      return new FaultyProgram(graph, Backends.compile(Backends.reference(), graph), fault);
    }
  }

  /** The reference with one fault. */
  private static final class FaultyProgram implements Program {
    private final Graph graph;
    private final Program right;
    private final Fault fault;
    private final Map<String, HostArray> aliases = new HashMap<>();

    FaultyProgram(Graph graph, Program right, Fault fault) {
      this.graph = graph;
      this.right = right;
      this.fault = fault;
    }

    @Override
    public Outputs run(long seed, long step, Map<String, HostArray> inputs) {
      Map<String, HostArray> given = new HashMap<>(inputs);
      if (fault == Fault.UNKNOWN_INPUT_ACCEPTED) {
        given.keySet().retainAll(graph.inputs().keySet());
      }
      if (fault == Fault.MISSING_INPUT_ACCEPTED) {
        graph.inputs().forEach((name, node) -> given.putIfAbsent(name, zeros(node.shape())));
      }
      Map<String, HostArray> before = new HashMap<>();
      graph.variables().forEach(v -> before.put(v.name(), right.read(v.name())));
      Outputs outputs = right.run(fault == Fault.SEED_IGNORED ? 1 : seed, step, given);
      if (fault == Fault.UPDATES_FORGOTTEN) {
        before.forEach(right::write);
      }
      return fault == Fault.INACCURATE ? name -> blurred(outputs.get(name)) : outputs;
    }

    private static HostArray zeros(Shape shape) {
      return HostArray.of(shape, new double[shape.elements()]);
    }

    private static HostArray blurred(HostArray array) {
      HostArray copy = array.copy();
      for (int i = 0; i < copy.shape().elements(); i++) {
        copy.set(i, copy.get(i) * 1.0001 + 1e-4);
      }
      return copy;
    }

    @Override
    public HostArray read(String variable) {
      return fault == Fault.READS_ALIASED
          ? aliases.computeIfAbsent(variable, right::read)
          : right.read(variable);
    }

    @Override
    public void write(String variable, HostArray value) {
      right.write(variable, value);
      aliases.remove(variable);
    }

    @Override
    public void close() {
      if (fault != Fault.RUNS_WHEN_CLOSED) {
        right.close();
      }
    }
  }

  private interface Check {
    void run(BackendContract contract) throws Throwable;
  }

  private static void assertFound(Fault fault, Check check) {
    Executable run = () -> check.run(new Faulty(fault));
    assertThrows(AssertionError.class, run, fault::name);
  }

  @Test
  void faultsAreFound() {
    assertFound(Fault.INACCURATE, contract -> firstOperation(contract).execute());
    assertFound(Fault.UPDATES_FORGOTTEN, BackendContract::trainingRun);
    assertFound(Fault.SEED_IGNORED, BackendContract::noise);
    assertFound(Fault.MISSING_INPUT_ACCEPTED, BackendContract::wrongInputs);
    assertFound(Fault.UNKNOWN_INPUT_ACCEPTED, BackendContract::wrongInputs);
    assertFound(Fault.RUNS_WHEN_CLOSED, BackendContract::closeAndReopen);
    assertFound(Fault.READS_ALIASED, BackendContract::variables);
    assertFound(Fault.UPDATES_FORGOTTEN, BackendContract::updatesAreSimultaneous);
  }

  private static Executable firstOperation(BackendContract contract) {
    return contract.operations().findFirst().orElseThrow().getExecutable();
  }
}
