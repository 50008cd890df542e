package org.vaelix.core.analysis;

import com.google.gson.JsonObject;

/**
 * What an analysis has found.
 *
 * @param text for people: lines of at most 100 characters, each ended
 * @param json the same for programs, numbers unrounded
 */
public record Finding(String text, JsonObject json) {}
