/**
 * The tensor language: a closed set of operations on real tensors of known shape, reverse-mode
 * differentiation from graph to graph, and counter-based noise.
 *
 * <p>Part authors write formulas with {@link org.vaelix.core.graph.Tensor}; backends read the
 * finished {@link org.vaelix.core.graph.Graph}. The table of all operations is {@link
 * org.vaelix.core.graph.Op}, printed in {@code docs/operations.md}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.graph;
