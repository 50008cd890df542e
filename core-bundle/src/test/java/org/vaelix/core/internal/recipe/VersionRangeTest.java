package org.vaelix.core.internal.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;

/** Judged by the framework's own ranges. */
class VersionRangeTest {
  private static final String[] VERSIONS = {
    "0",
    "0.9.9",
    "1",
    "1.0.0.a",
    "1.2",
    "1.2.0.SNAPSHOT",
    "1.2.1",
    "1.10",
    "2",
    "2.0.0.x",
    "2.0.1",
    "10.0"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1.2,2)",
        "[1.2,2]",
        "(1.2,2]",
        "(1.2,2)",
        "1.2",
        "0",
        "[1,1]",
        "(1,1)",
        "[2,1]",
        " [1.2.0.SNAPSHOT , 10 ) ",
        "1.2.0.T",
        "[1.2.0.0,1.2.0.zz]"
      })
  void includesWhatTheFrameworkSaysItDoes(String range) {
    var judge = new org.osgi.framework.VersionRange(range);
    VersionRange ours = VersionRange.parse(range).orElseThrow();

    for (String version : VERSIONS) {
      assertEquals(
          judge.includes(Version.parseVersion(version)),
          ours.includes(BundleVersion.parse(version).orElseThrow()),
          version + " in " + range);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "[1.2,2",
        "1.2,2)",
        "[1.2)",
        "[1,2,3]",
        "[,2)",
        "1..2",
        "1.2.3.4.5",
        "-1",
        "1.2.x",
        "99999999999",
        "[1 2)"
      })
  void whatIsNoRangeIsRefused(String text) {
    assertEquals(Optional.empty(), VersionRange.parse(text));
  }
}
