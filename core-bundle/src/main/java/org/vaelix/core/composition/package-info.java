/**
 * From parts to graphs: a {@link org.vaelix.core.composition.Tracer} traces a model at a batch
 * size, for training, evaluation, encoding or generation.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.composition;
