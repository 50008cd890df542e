/** The side of a contestant: a process that trains as many steps as it is asked to. */
package org.vaelix.benchmarks.contestant;
