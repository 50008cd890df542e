/**
 * What computes: a {@link org.vaelix.core.backend.Backend} compiles a graph into a {@link
 * org.vaelix.core.backend.Program}, which holds the variables and is run step by step.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.backend;
