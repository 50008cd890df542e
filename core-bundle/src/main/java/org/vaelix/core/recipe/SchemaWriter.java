package org.vaelix.core.recipe;

import com.google.gson.JsonObject;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.internal.recipe.PartSchemas;

/** Writes the schema by which editors complete and check recipes. */
public final class SchemaWriter {
  private SchemaWriter() {}

  /**
   * {@return a JSON Schema (draft 2020-12) of recipes made of the parts there are; parts that fail
   * to say what their options are left out. Ranges of values are in the descriptions only}
   *
   * @param catalog of the parts
   */
  public static JsonObject write(Catalog catalog) {
    return new PartSchemas(catalog).recipe();
  }
}
