package org.vaelix.cpu.internal.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** ACCURACY.md says what {@link AccuracyTest} asserts. */
class AccuracyPageTest {
  private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "ACCURACY.md");

  private static final String INTRODUCTION =
      """
      # Accuracy of the cpu backend's functions

      <!-- Made from org.vaelix.cpu.internal.math.Accuracy; change it there. The test AccuracyPageTest
           keeps this page equal, and rewrites it with: mvn -pl cpu-backend-bundle -am test
           -Dtest=AccuracyPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dvaelix.docs.write=true -->

      The backend computes in single precision. The table gives the largest error of each function over
      all floats, in units in the last place (ulp) of the nearest float; ½ is the best there can be. *SIMD*
      is with the Vector API, by polynomials and quotients of polynomials of our own; *plain* is without,
      in double precision and rounded once. The test AccuracyTest holds both to it on a net through the
      whole range of floats: about four million numbers with every exponent, a finer net between 2⁻⁴ and
      2⁴, and all special values (ten times coarser for erf, lgamma and digamma, whose exact values come from the
      reference backend). Zeros, infinities and NaN are those of `java.lang.Math`; NaN passes through.

      An element's result depends on that element alone, not on its neighbours, its place or the number
      of lanes, so it is the same however the work is split among threads.

      | function | SIMD, ulp at most | plain, ulp at most | |
      |---|---|---|---|
      """;

  private static final String REST =
      """
      | `polygamma` | 0.51 | 0.51 | in double precision, element by element |
      | `power` | 0.501 | 0.501 | in double precision; exponents 2 and −1 are a product and a quotient |
      | normal noise | 10⁻⁶ relative | 10⁻⁶ relative | uniform noise is exact |

      The coefficients are minimax fits in relative error (linear programming on a Chebyshev grid of
      400 to 600 points against 40-digit values of mpmath; for quotients Loeb's iteration), rounded to floats
      one by one with the others fitted again. `src/test/python/coefficients.py` computes them.
      """;

  @Test
  void thePageSaysWhatIsAsserted() throws IOException {
    if (Boolean.getBoolean("vaelix.docs.write")) {
      Files.writeString(PAGE, text());
    }
    String found = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertEquals(text(), found, "ACCURACY.md is not what Accuracy says; see its head");
  }

  private static String text() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (Accuracy accuracy : Accuracy.values()) {
      page.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s | %s |\n",
              accuracy.op().label(),
              number(accuracy.vector()),
              number(accuracy.plain()),
              remark(accuracy)));
    }
    return page.append(REST).toString();
  }

  private static String number(double bound) {
    return bound == Math.rint(bound) ? Integer.toString((int) bound) : Double.toString(bound);
  }

  private static String remark(Accuracy accuracy) {
    if (accuracy.flushes()) {
      return "SIMD: results below 1.18·10⁻³⁸ are 0";
    }
    return switch (accuracy) {
      case SIN, COS -> "SIMD: beyond 10⁴ in double precision, element by element";
      case LGAMMA -> "x > 0; near its zeros 1 and 2 as well";
      case DIGAMMA -> "x > 0; near its zero 1.4616… as well";
      default -> "";
    };
  }
}
