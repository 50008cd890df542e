package org.vaelix.core.analysis;

import java.util.Map;

/**
 * What an analysis has found.
 *
 * @param text for people: lines of at most 100 characters, each ended
 * @param numbers the same for programs, unrounded: a {@code Number}, a {@code double[]} or a map of
 *     these each, by name
 */
public record Finding(String text, Map<String, Object> numbers) {}
