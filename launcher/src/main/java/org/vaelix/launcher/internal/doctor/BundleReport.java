package org.vaelix.launcher.internal.doctor;

import java.util.List;

/**
 * One bundle.
 *
 * @param name its symbolic name
 * @param version of the bundle
 * @param state for example {@code active}
 * @param leases how many of its parts are held at this moment, each counted as often as it is
 * @param offers parts, as {@code prior/laplace}, and commands, as {@code command/train}
 */
public record BundleReport(
    String name, String version, String state, int leases, List<String> offers) {}
