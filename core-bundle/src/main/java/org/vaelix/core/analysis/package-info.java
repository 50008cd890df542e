/**
 * What is asked of trained models. An analysis is a part: it writes formulas on a model applied to
 * rows, which the core computes, and says what the numbers mean.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.analysis;
