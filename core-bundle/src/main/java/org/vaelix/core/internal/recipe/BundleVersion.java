package org.vaelix.core.internal.recipe;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as OSGi orders them (Core specification 8, 3.2.5); here because a flat class path has
 * no framework.
 *
 * @param major changes when something breaks
 * @param minor changes when something is added
 * @param micro changes when something is mended
 * @param qualifier or empty
 */
record BundleVersion(int major, int minor, int micro, String qualifier)
    implements Comparable<BundleVersion> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.([\\w-]+))?)?)?");

  private static final Comparator<BundleVersion> ORDER =
      Comparator.comparingInt(BundleVersion::major)
          .thenComparingInt(BundleVersion::minor)
          .thenComparingInt(BundleVersion::micro)
          .thenComparing(BundleVersion::qualifier);

  /** {@return the version, unless the text is none} */
  static Optional<BundleVersion> parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    return parts.matches()
        ? Optional.of(
            new BundleVersion(
                number(parts.group(1)),
                number(parts.group(2)),
                number(parts.group(3)),
                parts.group(4) == null ? "" : parts.group(4)))
        : Optional.empty();
  }

  private static int number(String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }

  @Override
  public int compareTo(BundleVersion other) {
    return ORDER.compare(this, other);
  }
}
