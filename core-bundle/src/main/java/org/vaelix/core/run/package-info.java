/**
 * Runs: {@link org.vaelix.core.run.Experiments} is the way in for commands and embedding hosts. A
 * run owns data, time, randomness and files; it knows no formula.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.run;
