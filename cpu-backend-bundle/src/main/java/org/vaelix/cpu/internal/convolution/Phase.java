package org.vaelix.cpu.internal.convolution;

/**
 * One product of coefficients with shifted images, whose result goes to every s-th row and column.
 *
 * @param coefficients where they begin, from the task's: rows × places
 * @param places where the shifted values of each coefficient begin, from a sample's first
 * @param firstRow the first row of results
 * @param lastRow behind the last row of results
 * @param firstColumn the first column of results
 * @param lastColumn behind the last column of results
 * @param down added to a row's number times the stride, its row in the result
 * @param across added to a column's number times the stride, its column in the result
 */
record Phase(
    int coefficients,
    int[] places,
    int firstRow,
    int lastRow,
    int firstColumn,
    int lastColumn,
    int down,
    int across) {}
