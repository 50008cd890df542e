/** Reads separated text. */
package org.vaelix.data.internal.csv;
