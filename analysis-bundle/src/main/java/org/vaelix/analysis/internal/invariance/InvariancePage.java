package org.vaelix.analysis.internal.invariance;

import java.util.Arrays;
import java.util.List;
import org.vaelix.analysis.internal.Estimate;
import org.vaelix.analysis.internal.Text;

/** The findings for people. */
final class InvariancePage {
  private final Invariance found;
  private final Text text = new Text();

  private InvariancePage(Invariance found) {
    this.found = found;
  }

  static String of(Invariance found) {
    InvariancePage page = new InvariancePage(found);
    page.rotations();
    found.symmetries().blocks().forEach(page::block);
    page.explanation();
    return page.text.toString();
  }

  private void rotations() {
    if (found.rotations().isEmpty()) {
      return;
    }
    text.add("%-32s%20s%22s%n", "random rotation", "change of ELBO", "q independent");
    found
        .rotations()
        .forEach(
            (name, change) ->
                text.add(
                    "%-32s%20s%22s%n",
                    name,
                    estimate(change.free()),
                    change.independent().map(InvariancePage::estimate).orElse("-")));
    text.add("%n");
  }

  private static String estimate(Estimate estimate) {
    return Text.format("%.3f ± %.3f", estimate.value(), estimate.standardError());
  }

  private void block(int[] block) {
    int size = found.isUsed().length;
    if (block.length == 1) {
      text.paragraph("axis " + block[0] + ": " + alone(block[0]) + unused(block[0]));
    } else if (block.length == size) {
      text.paragraph(
          "axes "
              + Invariance.axes(block)
              + ": not determined by the prior at all; any rotation of the whole space leaves the ELBO"
              + " as it is. Used: "
              + found.used(block)
              + ".");
    } else {
      text.paragraph(
          "axes "
              + Invariance.axes(block)
              + ": determined as a block, up to rotation inside it. Used: "
              + found.used(block)
              + ".");
    }
  }

  private String alone(int axis) {
    List<int[]> orders = found.symmetries().orders();
    int[] order =
        orders.stream().filter(o -> List.of(boxed(o)).contains(axis)).findFirst().orElseThrow();
    String sign = found.symmetries().isFlipped()[axis] ? "determined up to its sign" : "determined";
    return order.length > 1 ? sign + " and its order among " + Invariance.axes(order) : sign;
  }

  private static Integer[] boxed(int[] numbers) {
    return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
  }

  private String unused(int axis) {
    return found.isUsed()[axis] ? "." : "; not used: its posterior mean hardly varies.";
  }

  private void explanation() {
    text.add("%n")
        .paragraph(
            Text.format(
                """
                Nats per row, from one draw of z for each of %d rows. The latent space is rotated, the
                posterior with it, and the decoder undoes it, so only ln p(z) can change. Axes are told by
                pairs, by whether a rotation by 30°, an exchange or a change of sign changes ln p(z) of any
                draw. "q independent": the rotated posterior is replaced by one of independent dimensions,
                all that a diagonal family has; what that loses is what holds axes in place although the
                prior does not (Rolínek et al. 2019). Maps that are not linear are not tried: without
                conditions in the prior there are always some that change nothing (Locatello et al. 2019).\
                """,
                found.rows()));
  }
}
