/** The sub-commands and what they print. */
package org.vaelix.benchmarks.command;
