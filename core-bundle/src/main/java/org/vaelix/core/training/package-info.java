/**
 * What training is made of: an {@link org.vaelix.core.training.Optimiser}, {@link
 * org.vaelix.core.training.Schedule}s, and a {@link org.vaelix.core.training.TrainingListener} that
 * hears of it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.training;
