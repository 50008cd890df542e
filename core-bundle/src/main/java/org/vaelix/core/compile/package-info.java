/**
 * What compiling backends share: a graph is {@linkplain org.vaelix.core.compile.Simplifier
 * simplified}, then cut into {@linkplain org.vaelix.core.compile.Stage stages} in which chains of
 * element-wise operations and the reductions behind them are one loop.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.compile;
