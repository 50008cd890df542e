package org.vaelix.core.internal.reference;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.vaelix.core.backend.BackendException;

/** Where a program's arrays come from; arrays that are given back are lent again. */
final class Memory {
  private static final double BYTES_PER_MEBIBYTE = 1 << 20;

  private final Map<Integer, Deque<double[]>> free = new HashMap<>();
  private long held;

  /**
   * {@return an array, with any values}
   *
   * @param length in numbers
   * @param purpose what it is for, as in the message if there is no memory left
   */
  double[] take(int length, Object purpose) {
    Deque<double[]> sameLength = free.get(length);
    return sameLength == null || sameLength.isEmpty()
        ? allocate(length, purpose)
        : sameLength.pop();
  }

  /**
   * {@return an array of zeros that no one else has had or will get}
   *
   * @param length in numbers
   * @param purpose what it is for, as in the message if there is no memory left
   */
  double[] allocate(int length, Object purpose) {
    try {
      double[] array = new double[length];
      held += (long) length * Double.BYTES;
      return array;
    } catch (OutOfMemoryError e) {
      throw new BackendException(
          String.format(
              "the reference backend asked for %.1f MiB for %s and holds %.1f MiB already, the JVM"
                  + " has no more: take a smaller batch or give the JVM more memory (-Xmx)",
              (double) length * Double.BYTES / BYTES_PER_MEBIBYTE,
              purpose,
              held / BYTES_PER_MEBIBYTE),
          e);
    }
  }

  /**
   * Takes an array back.
   *
   * @param array whose values are not needed any more
   */
  void giveBack(double[] array) {
    free.computeIfAbsent(array.length, length -> new ArrayDeque<>()).push(array);
  }
}
