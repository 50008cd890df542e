/**
 * Training: the {@link org.vaelix.core.training.Trainer} drives a program over minibatches, with a
 * {@link org.vaelix.core.training.Optimiser} and {@link org.vaelix.core.training.Schedule}s.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.training;
