package org.vaelix.analysis.internal.identifiability;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.vaelix.analysis.internal.Table;
import org.vaelix.core.analysis.Analysis;
import org.vaelix.core.analysis.AnalysisFactory;
import org.vaelix.core.analysis.Finding;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartType;

/** The analysis {@code identifiability}. */
@Component
@PartType("identifiability")
@Doc(
    value =
        "Whether codes are those of known factors, or of another run: mean correlation coefficient with"
            + " and without a linear map, and the angles between the spaces they span.",
    formula =
        "MCC = max over assignments π of 1/k Σ |corr(z_π(j), sⱼ)|; angles θ: cos θ are the singular"
            + " values of QᵀP, Q and P orthonormal bases of the centred codes and factors",
    source =
        "Hyvärinen and Morioka 2016; Khemakhem, Kingma, Monti and Hyvärinen 2020; angles: Björck and"
            + " Golub 1973; assignment: Kuhn 1955")
public final class IdentifiabilityAnalysis
    implements AnalysisFactory<IdentifiabilityAnalysis.Config> {
  /** The options. */
  public record Config(
      @Doc("truth with more numbers for each row than this is left out, at least 1")
          int mostFactors) {
    /** Checks the options. */
    public Config {
      Check.atLeast("mostFactors", mostFactors, 1);
    }
  }

  @Override
  public Config defaults() {
    return new Config(64);
  }

  @Override
  public Analysis create(Config config) {
    return subject -> find(subject, config);
  }

  private static Finding find(Subject subject, Config config) {
    Map<String, double[][]> targets = targets(subject, config);
    if (targets.isEmpty()) {
      return new Finding(AgreementPage.NOTHING, Map.of());
    }
    double[][] codes = Table.codes(subject);
    if (subject.rows() < 2 * (codes[0].length + 2)) {
      throw new ModelException(
          "half of the rows are too few to fit a linear map of the codes; give "
              + 2 * (codes[0].length + 2)
              + " rows or more");
    }
    Map<String, Agreement> found = new LinkedHashMap<>();
    targets.forEach((name, target) -> found.put(name, Agreement.of(codes, target)));
    Map<String, Object> numbers = new LinkedHashMap<>();
    found.forEach((name, agreement) -> numbers.put(name, numbers(agreement)));
    return new Finding(AgreementPage.of(found), numbers);
  }

  private static Map<String, double[][]> targets(Subject subject, Config config) {
    // By name: a source may keep its truth in any order.
    Map<String, double[][]> targets = new TreeMap<>();
    subject
        .truth()
        .forEach(
            (name, array) -> {
              double[][] table = Table.rows(array);
              if (table[0].length <= config.mostFactors() && isComplete(table)) {
                targets.put(name, table);
              }
            });
    Map<String, double[][]> joined = FactorTables.joined(targets);
    subject.other().ifPresent(other -> joined.put("the other run", Table.codes(other)));
    return joined;
  }

  private static boolean isComplete(double[][] table) {
    return Arrays.stream(table).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  private static Map<String, Object> numbers(Agreement agreement) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("mccPearson", Agreement.mean(agreement.pearson()));
    numbers.put("mccSpearman", Agreement.mean(agreement.spearman()));
    numbers.put("mccPearsonLinear", Agreement.mean(agreement.linear()));
    numbers.put("mccSpearmanLinear", Agreement.mean(agreement.rankLinear()));
    numbers.put("pearson", agreement.pearson());
    numbers.put("spearman", agreement.spearman());
    numbers.put("code", Arrays.stream(agreement.code()).asDoubleStream().toArray());
    numbers.put("explained", agreement.explained());
    numbers.put("angles", agreement.angles());
    return numbers;
  }
}
