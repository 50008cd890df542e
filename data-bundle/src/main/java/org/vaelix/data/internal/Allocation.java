package org.vaelix.data.internal;

import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.DataException;
import org.vaelix.core.graph.Shape;

/** Room for the values of a file. */
public final class Allocation {
  private Allocation() {}

  /**
   * {@return zeros of a shape}
   *
   * @param shape of the values
   * @param single whether single precision holds them
   * @param place of the values, for messages
   * @throws DataException if there is not enough memory
   */
  public static HostArray of(Shape shape, boolean single, String place) {
    int count = shape.elements();
    try {
      return single
          ? HostArray.of(shape, new float[count])
          : HostArray.of(shape, new double[count]);
    } catch (OutOfMemoryError e) {
      long mebibytes = ((long) count * (single ? 4 : 8)) >> 20;
      throw new DataException(
          place
              + " needs "
              + mebibytes
              + " MiB of memory, more than Java may use; raise -Xmx or save fewer rows",
          e);
    }
  }
}
