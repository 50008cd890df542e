package org.vaelix.launcher.internal.doctor;

import java.util.List;
import java.util.Map;

/**
 * What {@code doctor} finds out.
 *
 * @param bundles in the order of their names
 * @param backends by name, what each says of its availability
 * @param findings what is not available, each with its reason
 */
public record Diagnosis(
    List<BundleReport> bundles, Map<String, String> backends, List<Finding> findings) {}
