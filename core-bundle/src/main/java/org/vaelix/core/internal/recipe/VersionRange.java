package org.vaelix.core.internal.recipe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions that a recipe accepts, as OSGi writes them (Core specification 8, 3.2.6): {@code
 * [1.2,2)}, or {@code 1.2} for that version and all later ones.
 *
 * @param least the lower end
 * @param includesLeast whether the lower end belongs to it
 * @param greatest the upper end, or null
 * @param includesGreatest whether the upper end belongs to it
 */
record VersionRange(
    BundleVersion least, boolean includesLeast, BundleVersion greatest, boolean includesGreatest) {
  private static final Pattern FORM = Pattern.compile("\\s*([\\[(])([^,]+),([^,]+)([\\])])\\s*");

  /** {@return the range, unless the text is none} */
  static Optional<VersionRange> parse(String text) {
    Matcher ends = FORM.matcher(text);
    if (!ends.matches()) {
      return BundleVersion.parse(text).map(least -> new VersionRange(least, true, null, false));
    }
    Optional<BundleVersion> least = BundleVersion.parse(ends.group(2));
    Optional<BundleVersion> greatest = BundleVersion.parse(ends.group(3));
    return least.flatMap(
        from ->
            greatest.map(
                to ->
                    new VersionRange(
                        from, ends.group(1).equals("["), to, ends.group(4).equals("]"))));
  }

  boolean includes(BundleVersion version) {
    int above = version.compareTo(least);
    int below = greatest == null ? -1 : version.compareTo(greatest);
    return (above > 0 || (above == 0 && includesLeast))
        && (below < 0 || (below == 0 && includesGreatest));
  }
}
