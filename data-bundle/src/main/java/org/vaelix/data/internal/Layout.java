package org.vaelix.data.internal;

import org.vaelix.core.data.DataException;
import org.vaelix.core.graph.Shape;

/**
 * How an array becomes rows of observations.
 *
 * @param rowAxis the axis that becomes the first
 * @param flatten whether all other axes become one
 */
public record Layout(int rowAxis, boolean flatten) {
  /** {@return the shape with the row axis in front, the others in their order} */
  public Shape rowsFirst(Shape shape, String place) {
    if (shape.rank() == 0) {
      throw new DataException(place + " is a single number; save an array of rows");
    }
    if (rowAxis >= shape.rank()) {
      throw new DataException(
          place + " has shape " + shape + ", so \"rowAxis\" must be below " + shape.rank());
    }
    if (shape.elements() == 0) {
      throw new DataException(place + " has shape " + shape + ": it is empty; save some rows");
    }
    int[] sizes = shape.sizes();
    int rows = sizes[rowAxis];
    System.arraycopy(sizes, 0, sizes, 1, rowAxis);
    sizes[0] = rows;
    return Shape.of(sizes);
  }

  /** {@return for each axis of the file, how far apart its neighbours lie in the result} */
  public int[] strides(Shape rowsFirst) {
    int[] strides = rowsFirst.strides();
    int rowStride = strides[0];
    System.arraycopy(strides, 1, strides, 0, rowAxis);
    strides[rowAxis] = rowStride;
    return strides;
  }

  /** {@return (rows, event shape…); an array of one axis has one value per row} */
  public Shape result(Shape rowsFirst) {
    int rows = rowsFirst.size(0);
    boolean flat = flatten || rowsFirst.rank() == 1;
    return flat ? Shape.of(rows, rowsFirst.elements() / rows) : rowsFirst;
  }
}
