package org.vaelix.cpu.internal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.vaelix.core.backend.Availability;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.cpu.internal.math.BlockMath;
import org.vaelix.cpu.internal.math.Simd;
import org.vaelix.cpu.internal.matrix.MatrixKernel;

/** Makes programs in single precision for the processor at hand. */
@Component
@PartType("cpu")
@Doc("SIMD on the JVM in single precision, on several threads, without native code")
public final class CpuBackend implements Backend<CpuBackend.Options> {
  private static final int RANK = 100;

  /** Its options. */
  public record Options(
      @Doc("threads, at least 1; 0: as many as the machine has processors") int threads) {
    /** Checks the options. */
    public Options {
      Check.atLeast("threads", threads, 0);
    }
  }

  @Override
  public Options defaults() {
    return new Options(0);
  }

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public Availability availability() {
    String hint =
        Simd.remedy().map(remedy -> "; several times faster with SIMD: " + remedy).orElse("");
    return Availability.available(BlockMath.best().description() + ", single precision" + hint);
  }

  @Override
  public List<String> devices() {
    return List.of(Runtime.getRuntime().availableProcessors() + " processors");
  }

  @Override
  public int threads(Options options) {
    return options.threads() > 0 ? options.threads() : Runtime.getRuntime().availableProcessors();
  }

  @Override
  public Program compile(Graph graph, Options options) {
    Compiler compiler = new Compiler(BlockMath.best(), MatrixKernel.best());
    return new CpuProgram(graph, compiler.compile(graph), threads(options));
  }
}
