package org.vaelix.core.recipe;

import org.vaelix.core.catalog.PartReference;

/**
 * A part that a recipe uses.
 *
 * @param path where, as a JSON pointer: {@code /model/prior}
 * @param part which
 */
public record PartUse(String path, PartReference part) {}
