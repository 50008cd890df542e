package org.vaelix.cpu.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vaelix.core.backend.BackendException;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.backend.Profile;
import org.vaelix.core.backend.Profiler;
import org.vaelix.core.backend.Program;
import org.vaelix.core.backend.Signature;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.cpu.internal.Compiler.Compiled;
import org.vaelix.cpu.internal.memory.MemoryPlan;
import org.vaelix.cpu.internal.profile.StepClock;
import org.vaelix.cpu.internal.schedule.Task;
import org.vaelix.cpu.internal.schedule.Workers;

/** A compiled graph, its memory and its threads. */
final class CpuProgram implements Program {
  /** From some size on, the default garbage collectors let an object begin at a cache line. */
  private static final int LARGE = 1 << 20;

  private final Signature signature;
  private final Compiled compiled;
  private final Task[] tasks;
  private final Workers workers;
  private final Map<String, HostArray> outputs = new HashMap<>();
  private float[] memory;

  CpuProgram(Graph graph, Compiled compiled, int threads) {
    this.signature = new Signature(graph);
    this.compiled = compiled;
    this.tasks = compiled.tasks().toArray(Task[]::new);
    int plan = Math.toIntExact(compiled.memory().size());
    int scratch = compiled.tasks().stream().mapToInt(Task::scratchFloats).max().orElse(0);
    int each = MemoryPlan.aligned(scratch);
    this.memory = allocate(plan + (long) each * threads);
    fillConstants();
    this.workers = new Workers(threads, memory, plan, each);
  }

  private static float[] allocate(long floats) {
    try {
      return new float[Math.max(LARGE, Math.toIntExact(floats))];
    } catch (OutOfMemoryError | ArithmeticException e) {
      throw new BackendException(
          String.format(
              "the program needs %d MiB of memory at once and cannot have them; give the JVM a"
                  + " larger heap (-Xmx), or choose smaller batches or a smaller model",
              floats * Float.BYTES >> 20),
          e);
    }
  }

  private void fillConstants() {
    for (Tensor node : compiled.graph().nodes()) {
      if (node.attributes() instanceof Attributes.Values constant) {
        int offset = compiled.memory().offset(node);
        for (int i = 0; i < constant.values().length; i++) {
          memory[offset + i] = (float) constant.values()[i];
        }
      }
    }
  }

  @Override
  public Outputs run(long seed, long step, Map<String, HostArray> inputs) {
    begin(seed, step, inputs);
    for (Task task : tasks) {
      workers.run(task, memory);
    }
    copyAll(compiled.memory().after());
    return this::output;
  }

  private void begin(long seed, long step, Map<String, HostArray> inputs) {
    requireOpen();
    signature.checkInputs(inputs);
    MemoryPlan plan = compiled.memory();
    compiled.graph().inputs().forEach((name, node) -> fill(plan.offset(node), inputs.get(name)));
    compiled.key().set(seed, step);
    copyAll(plan.before());
  }

  private void fill(int offset, HostArray value) {
    HostArray all = HostArray.of(Shape.of(memory.length), memory);
    all.copyFrom(value, 0, offset, value.shape().elements());
  }

  private void copyAll(Iterable<MemoryPlan.Copy> copies) {
    for (MemoryPlan.Copy copy : copies) {
      System.arraycopy(memory, copy.from(), memory, copy.to(), copy.count());
    }
  }

  private HostArray output(String name) {
    requireOpen();
    Shape shape = signature.output(name);
    HostArray output = outputs.computeIfAbsent(name, n -> empty(shape));
    int offset = compiled.memory().output(name);
    System.arraycopy(memory, offset, output.floats(), 0, shape.elements());
    return output;
  }

  private static HostArray empty(Shape shape) {
    return HostArray.of(shape, new float[shape.elements()]);
  }

  @Override
  public HostArray read(String variable) {
    requireOpen();
    HostArray value = empty(signature.variable(variable));
    int offset = offset(variable);
    System.arraycopy(memory, offset, value.floats(), 0, value.shape().elements());
    return value;
  }

  @Override
  public void write(String variable, HostArray value) {
    requireOpen();
    signature.checkVariable(variable, value);
    fill(offset(variable), value);
  }

  private int offset(String variable) {
    return compiled.memory().offset(compiled.graph().variable(variable).tensor());
  }

  @Override
  public Optional<Profiler> profiler() {
    requireOpen();
    return Optional.of(new Measured());
  }

  /** Runs the program as {@link #run} does, with a clock at each task. */
  private final class Measured implements Profiler {
    private final StepClock clock = new StepClock(compiled.stages());

    @Override
    public Outputs run(long seed, long step, Map<String, HostArray> inputs) {
      long start = System.nanoTime();
      begin(seed, step, inputs);
      clock.runStages(workers, memory);
      copyAll(compiled.memory().after());
      clock.runDone(System.nanoTime() - start);
      return CpuProgram.this::output;
    }

    @Override
    public void reset() {
      clock.reset();
    }

    @Override
    public Profile profile() {
      return clock.profile(workers.threads(), compiled.memory().size(), compiled.phases());
    }
  }

  @Override
  public void close() {
    workers.close();
    memory = null;
    outputs.clear();
  }

  private void requireOpen() {
    if (memory == null) {
      throw new IllegalStateException("the program is closed");
    }
  }
}
