package org.vaelix.core.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  private static final List<String> KNOWN =
      List.of("gaussian", "bernoulli", "poisson", "negative-binomial");

  @ParameterizedTest
  @CsvSource({
    "possion,poisson", // swapped neighbours
    "bernouli,bernoulli", // a letter dropped
    "Gaussian,gaussian", // case
    "negativebinomial,negative-binomial",
    "gausian,gaussian"
  })
  void findsWhatWasMeant(String written, String meant) {
    assertEquals(Optional.of(meant), Names.nearest(written, KNOWN));
  }

  @Test
  void staysSilentWhenNothingIsNear() {
    assertEquals(Optional.empty(), Names.nearest("laplace", KNOWN));
    assertEquals(Optional.empty(), Names.nearest("laplace", List.of()));
    assertEquals(Optional.empty(), Names.nearest("x1", List.of("yz")));
  }

  @Test
  void takesTheFirstOfEquallyNearNames() {
    assertEquals(Optional.of("n1"), Names.nearest("n3", List.of("n1", "n2")));
  }

  /** Textbook distances; "ca" to "abc" is 3 as no part is edited twice (2 if it were). */
  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "ca,abc,3", "ab,ba,1", "'',abc,3", "same,same,0", "flaw,lawn,2"})
  void countsEdits(String a, String b, int edits) {
    assertEquals(edits, Names.distance(a, b));
    assertEquals(edits, Names.distance(b, a));
  }
}
