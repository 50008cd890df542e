/**
 * Which parts there are: a {@link org.vaelix.core.catalog.Catalog} lists the factories that bundles
 * offer, live in a framework, fixed on a flat class path.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.catalog;
