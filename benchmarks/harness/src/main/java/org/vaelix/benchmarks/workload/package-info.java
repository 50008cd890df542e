/** What is computed: models, their sizes and their data. */
package org.vaelix.benchmarks.workload;
