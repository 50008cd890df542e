/**
 * How parts become a graph: {@link org.vaelix.core.composition.TraceContext} is what they are given
 * while one is traced.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.composition;
