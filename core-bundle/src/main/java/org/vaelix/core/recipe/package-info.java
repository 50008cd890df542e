/**
 * The experiment as a user writes it: one strict JSON file read into a {@link
 * org.vaelix.core.recipe.Recipe} with parts found in the catalog.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.recipe;
