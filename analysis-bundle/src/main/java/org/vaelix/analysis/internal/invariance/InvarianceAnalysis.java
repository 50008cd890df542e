package org.vaelix.analysis.internal.invariance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.vaelix.analysis.internal.Estimate;
import org.vaelix.analysis.internal.Table;
import org.vaelix.core.analysis.Analysis;
import org.vaelix.core.analysis.AnalysisFactory;
import org.vaelix.core.analysis.Finding;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;
import org.vaelix.core.random.PhiloxRandom;

/** The analysis {@code invariance}. */
@Component
@PartType("invariance")
@Doc(
    value =
        "Which axes of the latent space mean something: how the ELBO changes if it is rotated, within"
            + " and across what the prior treats alike, and the decoder undoes the rotation.",
    formula =
        "ΔELBO = E_q[ln p(R·z) − ln p(z)] for orthogonal R; with a posterior of independent dimensions"
            + " N(R·μ, diag(R·Σ·Rᵀ)) in the place of the rotated one, ΔELBO of that",
    source =
        "Locatello et al. 2019, theorem 1; Rolínek, Zietlow and Martius 2019, section 3; Khemakhem et"
            + " al. 2020")
public final class InvarianceAnalysis implements AnalysisFactory<InvarianceAnalysis.Config> {
  /** Pairs of axes are tried one by one. */
  private static final int MOST_AXES = 64;

  /** The options. */
  public record Config(
      @Doc("variance of a posterior mean over rows above which an axis is used, at least 0")
          double activeAbove) {
    /** Checks the options. */
    public Config {
      Check.between("activeAbove", activeAbove, 0, Double.MAX_VALUE);
    }
  }

  @Override
  public Config defaults() {
    return new Config(0.01);
  }

  @Override
  public Analysis create(Config config) {
    return subject -> find(subject, config);
  }

  private static Finding find(Subject subject, Config config) {
    if (subject.rows() < 2) {
      throw new ModelException("a change of the ELBO has no error from one row; give 2 or more");
    }
    double[][] codes = Table.transposed(Table.codes(subject));
    if (codes.length > MOST_AXES) {
      return new Finding(
          "invariance: pairs of axes are tried one by one, of up to "
              + MOST_AXES
              + " latent variables; this model has more.\n",
          Map.of());
    }
    Invariance found = measure(subject, codes, config);
    return new Finding(InvariancePage.of(found), numbers(found));
  }

  private static Invariance measure(Subject subject, double[][] codes, Config config) {
    int size = codes.length;
    Changes changes = new Changes(subject, size);
    Symmetries symmetries = Symmetries.of(changes, size);
    RandomGenerator random = new PhiloxRandom(subject.seed(), "analysis/rotation", 0);
    Map<String, Invariance.Change> rotations = new LinkedHashMap<>();
    for (int[] block : symmetries.blocks()) {
      if (block.length > 1 && block.length < size) {
        rotations.put(
            "within " + Invariance.axes(block),
            change(changes, Transformation.random(size, block, random)));
      }
    }
    if (size > 1) {
      int[] all = IntStream.range(0, size).toArray();
      rotations.put("of all axes", change(changes, Transformation.random(size, all, random)));
    }
    boolean[] isUsed = new boolean[size];
    for (int axis = 0; axis < size; axis++) {
      isUsed[axis] = Table.variance(codes[axis]) > config.activeAbove();
    }
    return new Invariance(subject.rows(), symmetries, isUsed, rotations);
  }

  private static Invariance.Change change(Changes changes, Transformation map) {
    Optional<double[]> independent = changes.ofIndependent(map);
    return new Invariance.Change(
        Estimate.of(changes.of(List.of(map)).get(0)), independent.map(Estimate::of));
  }

  private static Map<String, Object> numbers(Invariance found) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    Map<String, Object> rotations = new LinkedHashMap<>();
    found
        .rotations()
        .forEach(
            (name, change) -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("elboChange", change.free().numbers());
              change.independent().ifPresent(e -> one.put("elboChangeIndependent", e.numbers()));
              rotations.put(name, one);
            });
    numbers.put("rotations", rotations);
    numbers.put("block", found.blockOfAxes());
    numbers.put(
        "signFree",
        IntStream.range(0, found.isUsed().length)
            .mapToDouble(axis -> found.symmetries().isFlipped()[axis] ? 1 : 0)
            .toArray());
    return numbers;
  }
}
