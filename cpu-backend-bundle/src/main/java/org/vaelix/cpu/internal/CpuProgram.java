package org.vaelix.cpu.internal;

import java.util.Arrays;
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
import org.vaelix.cpu.internal.memory.FlushTask;
import org.vaelix.cpu.internal.memory.MemoryPlan;
import org.vaelix.cpu.internal.profile.StepClock;
import org.vaelix.cpu.internal.schedule.Task;
import org.vaelix.cpu.internal.schedule.Workers;

/** A compiled graph, its memory and its threads. */
final class CpuProgram implements Program {
  /** From some size on, the default garbage collectors let an object begin at a cache line. */
  private static final int LARGE = 1 << 20;

  /** An output that was asked for: what the caller gets, and where it comes from. */
  private record Output(HostArray value, int offset) {}

  private final Signature signature;
  private final Compiled compiled;
  private final Task[] tasks;
  private final Workers workers;
  private final String[] inputNames;
  private final int[] inputOffsets;
  private final MemoryPlan.Copy[] before;
  private final MemoryPlan.Copy[] after;
  private final FlushTask flush;
  private final Outputs outputs = this::output;
  private final Map<String, Output> known = new HashMap<>();
  private float[] memory;

  /** The memory once more, as what values are copied to. */
  private HostArray arena;

  CpuProgram(Graph graph, Compiled compiled, int threads) {
    this.signature = new Signature(graph);
    this.compiled = compiled;
    this.tasks = compiled.tasks().toArray(Task[]::new);
    long plan = compiled.memory().size();
    int each =
        MemoryPlan.aligned(Arrays.stream(tasks).mapToInt(Task::scratchFloats).max().orElse(0));
    this.memory = allocate(plan + (long) each * threads);
    this.arena = HostArray.of(Shape.of(memory.length), memory);
    this.inputNames = graph.inputs().keySet().toArray(String[]::new);
    this.inputOffsets = Arrays.stream(inputNames).mapToInt(this::inputOffset).toArray();
    this.before = compiled.memory().before().toArray(MemoryPlan.Copy[]::new);
    this.after = compiled.memory().after().toArray(MemoryPlan.Copy[]::new);
    this.flush = new FlushTask(compiled.graph(), compiled.memory());
    fillConstants();
    this.workers = new Workers(threads, memory, (int) plan, each);
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

  private int inputOffset(String name) {
    return compiled.memory().offset(compiled.graph().inputs().get(name));
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
    end(step);
    return outputs;
  }

  /** As all of a run, it allocates nothing, if the JVM has compiled it. */
  private void begin(long seed, long step, Map<String, HostArray> inputs) {
    requireOpen();
    signature.checkInputs(inputs);
    for (int i = 0; i < inputNames.length; i++) {
      fill(inputOffsets[i], inputs.get(inputNames[i]));
    }
    compiled.key().set(seed, step);
    copyAll(before);
  }

  private void end(long step) {
    copyAll(after);
    if (flush.isDue(step)) {
      workers.run(flush, memory);
    }
  }

  private void fill(int offset, HostArray value) {
    arena.copyFrom(value, 0, offset, value.shape().elements());
  }

  private void copyAll(MemoryPlan.Copy[] copies) {
    for (MemoryPlan.Copy copy : copies) {
      System.arraycopy(memory, copy.from(), memory, copy.to(), copy.count());
    }
  }

  private HostArray output(String name) {
    requireOpen();
    Output output = known.get(name);
    if (output == null) {
      output = new Output(empty(signature.output(name)), compiled.memory().output(name));
      known.put(name, output);
    }
    float[] values = output.value().floats();
    System.arraycopy(memory, output.offset(), values, 0, values.length);
    return output.value();
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
      end(step);
      clock.runDone(System.nanoTime() - start);
      return outputs;
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
    arena = null;
    known.clear();
  }

  private void requireOpen() {
    if (memory == null) {
      throw new IllegalStateException("the program is closed");
    }
  }
}
