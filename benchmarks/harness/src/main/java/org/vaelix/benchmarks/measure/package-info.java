/** The side that asks: starts contestants, lets them work in turn, and keeps the times. */
package org.vaelix.benchmarks.measure;
