/**
 * What all parts have in common: a stateless {@link org.vaelix.core.part.PartFactory} with a type
 * name and a configuration record.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.part;
