package org.vaelix.benchmarks.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vaelix.benchmarks.measure.Contestant.Family;
import org.vaelix.benchmarks.workload.Architecture;
import org.vaelix.benchmarks.workload.Likelihood;

/**
 * The contestants of this machine, each in the settings in which it was found fastest; PyTorch,
 * whose best setting depends on the workload, in several.
 */
public final class Contestants {
  private static final Set<Likelihood> ALL = EnumSet.allOf(Likelihood.class);

  private static final Set<Architecture> BOTH = EnumSet.allOf(Architecture.class);

  /** Waiting OpenMP threads sleep: spinning makes steps many times slower beside other load. */
  private static final Map<String, String> PASSIVE =
      Map.of(
          "OMP_WAIT_POLICY", "passive",
          "GOMP_SPINCOUNT", "0",
          "KMP_BLOCKTIME", "0",
          "MKL_THREADING_LAYER", "GNU");

  private final Places places;

  /**
   * Looks for them.
   *
   * @param places where their files are
   */
  public Contestants(Places places) {
    this.places = places;
  }

  /**
   * {@return all contestants, Vaelix first}
   *
   * @param threads of the settings that use several
   */
  public List<Contestant> all(int threads) {
    List<Contestant> all = new ArrayList<>();
    all.add(vaelix(threads));
    all.add(libtorch(threads, "fused"));
    all.add(libtorch(threads, "class"));
    if (threads > 1) {
      all.add(libtorch(1, "fused"));
    }
    if (places.python().isPresent()) {
      for (String mode : List.of("eager", "compile")) {
        all.add(python(threads, mode));
        if (threads > 1) {
          all.add(python(1, mode));
        }
      }
    }
    all.add(sameDiff(threads));
    all.add(layer(threads));
    return all;
  }

  /**
   * {@return Vaelix}
   *
   * @param threads of its backend
   */
  public Contestant vaelix(int threads) {
    return new Contestant(
        named("Vaelix cpu", threads),
        Family.VAELIX,
        threads,
        places.java(
            "vaelix",
            "org.vaelix.benchmarks.vaelix.VaelixContestant",
            "--add-modules",
            "jdk.incubator.vector",
            "@" + places.launcherOptions()),
        List.of(),
        Map.of(),
        ALL,
        BOTH);
  }

  /**
   * {@return libtorch through the JavaCPP presets, with MKL}
   *
   * @param threads of OpenMP
   * @param adam {@code fused} or {@code class}
   */
  public Contestant libtorch(int threads, String adam) {
    return new Contestant(
        named("libtorch " + (adam.equals("fused") ? "fused Adam" : "optim::Adam"), threads),
        Family.PYTORCH,
        threads,
        places.java(
            "libtorch",
            "org.vaelix.benchmarks.libtorch.LibtorchContestant",
            "-Dorg.bytedeco.openblas.load=mkl_rt"),
        List.of("adam=" + adam),
        openMp(threads),
        ALL,
        BOTH);
  }

  /**
   * {@return PyTorch from Python}
   *
   * @param threads of OpenMP
   * @param mode {@code eager} or {@code compile}
   */
  public Contestant python(int threads, String mode) {
    return new Contestant(
        named("PyTorch " + mode, threads),
        Family.PYTORCH,
        threads,
        List.of(places.python().orElseThrow(), places.script("pytorch.py").toString()),
        List.of("mode=" + mode),
        openMp(threads),
        ALL,
        BOTH);
  }

  private Contestant sameDiff(int threads) {
    return new Contestant(
        named("SameDiff fit", threads),
        Family.DEEPLEARNING4J,
        threads,
        places.java("deeplearning4j", "org.vaelix.benchmarks.deeplearning4j.SameDiffContestant"),
        List.of(),
        openMp(threads),
        EnumSet.of(Likelihood.POISSON, Likelihood.BERNOULLI),
        EnumSet.of(Architecture.MLP));
  }

  private Contestant layer(int threads) {
    return new Contestant(
        named("DL4J layer", threads),
        Family.DEEPLEARNING4J,
        threads,
        places.java("deeplearning4j", "org.vaelix.benchmarks.deeplearning4j.LayerContestant"),
        List.of(),
        openMp(threads),
        EnumSet.of(Likelihood.BERNOULLI),
        EnumSet.of(Architecture.MLP));
  }

  private static String named(String name, int threads) {
    return name + ", " + threads + (threads == 1 ? " thread" : " threads");
  }

  private static Map<String, String> openMp(int threads) {
    Map<String, String> environment = new HashMap<>(PASSIVE);
    environment.put("OMP_NUM_THREADS", String.valueOf(threads));
    return Map.copyOf(environment);
  }
}
