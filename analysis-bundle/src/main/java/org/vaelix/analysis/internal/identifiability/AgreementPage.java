package org.vaelix.analysis.internal.identifiability;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.vaelix.analysis.internal.Text;

/** The findings for people. */
final class AgreementPage {
  /** Said where there is nothing to compare with. */
  static final String NOTHING =
      "identifiability: the rows carry no known factors and no other run was given (--with RUN), so"
          + " there\nis nothing to compare the codes with.\n";

  /** From here on an axis is said to be a factor's, and a space another's. */
  private static final double HIGH = 0.9;

  private final Text text = new Text();

  private AgreementPage() {}

  static String of(Map<String, Agreement> found) {
    AgreementPage page = new AgreementPage();
    found.forEach(page::agreement);
    page.text.paragraph(
        """
        Each target is assigned the code that gives the largest mean absolute correlation (MCC), each
        code once. With a linear map, fitted to one half of the rows and scored on the other, any
        rotation or other linear mixture of the codes counts as right. Angles are between the spaces
        that codes and targets span over rows: 0° for what is common to both, 90° for nothing.""");
    return page.text.toString();
  }

  private void agreement(String name, Agreement agreement) {
    text.add("codes and %s%n", name);
    text.add("target   code  |Pearson|  |Spearman|  |Pearson| of linear map      R²%n");
    for (int j = 0; j < agreement.pearson().length; j++) {
      text.add(
          "%-8d%5s%11.3f%12.3f%25.3f%8.3f%n",
          j,
          agreement.code()[j] < 0 ? "-" : String.valueOf(agreement.code()[j]),
          agreement.pearson()[j],
          agreement.spearman()[j],
          agreement.linear()[j],
          agreement.explained()[j]);
    }
    text.add(
        "%-13s%11.3f%12.3f%25.3f%8.3f%n",
        "mean",
        Agreement.mean(agreement.pearson()),
        Agreement.mean(agreement.spearman()),
        Agreement.mean(agreement.linear()),
        Agreement.mean(agreement.explained()));
    text.add("angles       %s%n", angles(agreement));
    text.paragraph(verdict(agreement)).add("%n");
  }

  private static String angles(Agreement agreement) {
    return Arrays.stream(agreement.angles())
        .limit(10)
        .mapToObj(angle -> Text.format("%.1f°", Math.toDegrees(angle)))
        .collect(Collectors.joining(" "));
  }

  private static String verdict(Agreement agreement) {
    double axes = Agreement.mean(agreement.pearson());
    double space = Agreement.mean(agreement.linear());
    if (axes >= HIGH) {
      return "The axes are the same but for order and sign.";
    }
    if (Agreement.mean(agreement.spearman()) >= HIGH) {
      return "The axes are the same but for order and a monotone function of each.";
    }
    return space >= HIGH
        ? "The space is the same, but its axes are not: a linear map is left open."
        : "Neither the axes nor a linear map of them are the same.";
  }
}
