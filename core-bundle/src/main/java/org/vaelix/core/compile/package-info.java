/**
 * What compiling backends share: a graph is {@linkplain org.vaelix.core.compile.Simplifier
 * simplified}, then cut into {@linkplain org.vaelix.core.compile.Stage stages} in which chains of
 * element-wise operations and the reductions behind them are one loop. A loop over a product may
 * become its {@linkplain org.vaelix.core.compile.Epilogues epilogue}, and the stages are put into
 * an {@linkplain org.vaelix.core.compile.Ordering order} in which new values can replace old ones.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.compile;
