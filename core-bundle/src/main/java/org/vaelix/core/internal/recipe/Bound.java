package org.vaelix.core.internal.recipe;

import com.google.gson.JsonElement;

/**
 * A value read from a recipe.
 *
 * @param value as the record component takes it
 * @param json the same with every default spelled out; reads back to the same value
 */
record Bound(Object value, JsonElement json) {}
