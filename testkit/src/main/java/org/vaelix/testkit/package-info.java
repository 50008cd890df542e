/**
 * Contract tests that authors of parts and backends run against their own: extend {@link
 * org.vaelix.testkit.LikelihoodContract} and its kin, and implement what is abstract. {@link
 * org.vaelix.testkit.PartHarness} computes formulas for tests of one's own.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.testkit;
