package org.vaelix.core.graph;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes docs/operations.md from what {@link Op} says about each operation. */
final class OperationsPage {
  private static final String INTRODUCTION =
      """
      # Operations

      <!-- Made from org.vaelix.core.graph.Op; change it there. The test OperationsPageTest keeps this
           page equal, and rewrites it with: mvn -pl core-bundle test -Dtest=OperationsPageTest
           -Dvaelix.docs.write=true -->

      These are all the operations that there are: a part's formula is made of them, a backend
      implements them and no more. Part authors write them as methods of `Tensor`
      (`x.matmul(w).add(b).relu()`).

      **Values** are real numbers in the backend's precision: double on `reference`, which is the truth
      for the others. There are no whole numbers and no truth values of their own: a comparison gives
      0 or 1, and a condition holds where it is not 0. A comparison with NaN gives 0; sums, products and
      maxima pass NaN on. Every shape is known when the formula is written, and a misfit is reported
      there, with the part, the operation and the shapes.

      **Broadcasting** is NumPy's: shapes are aligned at their last axis, a missing axis counts as
      size 1, and size 1 stretches. Elementwise operations broadcast, and so do the leading axes of a
      matrix product.

      **Noise** is a function of (seed, stream, step, element), the same on every backend: Philox
      4x32-10 (Salmon et al. 2011) under the key *seed* gives four words for the counter (element div 4,
      stream, step low, step high); the stream is the CRC-32 of the noise's name. A word *w* is the uniform
      number ((w >>> 9) + ½) · 2⁻²³; a pair of words (u₀, u₁) gives two normal numbers √(−2 ln u₀) cos 2πu₁
      and √(−2 ln u₀) sin 2πu₁. An element does not depend on the length of its array.

      **Differentiation** is in reverse, from graph to graph: gradients are made of these same
      operations, so they have gradients of their own, and a backend computes forward operations only. In
      the tables *g* is the gradient that arrives from above; where an operand was stretched, the sum
      over the stretched axes is understood. Gradients of several operands are separated by
      semicolons, and – means that there is nothing to differentiate.

      **What is not in the tables is written with them:**

      | wanted | formula |
      |---|---|
      | maximum or average pooling | `windows2d`, then `max` or `mean` over its last axis (`Functions.maxPool2d`, `averagePool2d`) |
      | nearest-neighbour up-sampling | `reshape` to axes of size 1, `broadcast`, `reshape` (`Functions.upsample2d`) |
      | transposed convolution | `conv2d-input-gradient` |
      | mean | `sum`, then `divide` |
      | softmax, log-sum-exp | `max` (as a constant), `exp`, `sum`, `log` (`Functions.logSoftmax`, `logSumExp`) |
      | greater, not, and, or | `less` with the operands exchanged; 1 − a; a · b; `maximum` |
      """;

  private static final Pattern CONSTANT_NAME = Pattern.compile("[A-Z][A-Z0-9_]{4,}");

  private OperationsPage() {}

  static String text() {
    String families =
        Arrays.stream(Op.Family.values())
            .map(OperationsPage::family)
            .collect(Collectors.joining("\n"));
    return INTRODUCTION + "\n" + families;
  }

  private static String family(Op.Family family) {
    String rows =
        Arrays.stream(Op.values())
            .filter(op -> op.family() == family)
            .map(OperationsPage::row)
            .collect(Collectors.joining());
    return "## "
        + title(family)
        + "\n\n| operation | formula | shapes | gradient |\n|---|---|---|---|\n"
        + rows;
  }

  private static String title(Op.Family family) {
    return switch (family) {
      case SOURCE -> "Sources";
      case BINARY -> "Two operands, value by value";
      case COMPARISON -> "Truth values, value by value";
      case UNARY -> "One operand, value by value";
      case REDUCTION -> "Over axes";
      case PRODUCT -> "Products";
      case LAYOUT -> "Layout";
    };
  }

  private static String row(Op op) {
    return String.format(
        "| `%s` | %s | %s | %s |\n",
        op.label(), cell(op.formula()), cell(op.shapes()), cell(op.gradient()));
  }

  /** Operations are named as in the first column; Markdown's own marks are escaped. */
  private static String cell(String text) {
    return CONSTANT_NAME
        .matcher(text.replace("|", "\\|").replace("*", "\\*"))
        .replaceAll(name -> "`" + Op.valueOf(name.group()).label() + "`");
  }
}
