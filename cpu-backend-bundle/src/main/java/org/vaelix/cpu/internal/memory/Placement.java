package org.vaelix.cpu.internal.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives out ranges of one array so that what lives at the same time does not overlap. Larger ranges
 * are placed first, each at the lowest place that is free throughout its life (Pisarchyk and Lee
 * 2020, "greedy by size").
 */
final class Placement {
  /** Ranges are multiples of a cache line. */
  static final int ALIGNMENT = 16;

  /**
   * The first place. An array's content begins 16 bytes behind the object, and a large object at a
   * multiple of a cache line. So this place does too, and vectors that are read or written at once
   * do not lie across two lines, which costs a third of a simple loop's time.
   */
  static final int FIRST = 12;

  /** A range that somebody needs from one stage to another, both included. */
  record Request(Object owner, int floats, int first, int last) {}

  private record Placed(Request request, long offset) {
    long end() {
      return offset + aligned(request.floats());
    }

    boolean meets(Request other) {
      return request.first() <= other.last() && other.first() <= request.last();
    }
  }

  private final List<Request> requests = new ArrayList<>();
  private long size;

  void add(Object owner, int floats, int first, int last) {
    requests.add(new Request(owner, floats, first, last));
  }

  /** The offset of each owner's range. */
  Map<Object, Integer> place(int base) {
    requests.sort(Comparator.comparingInt(Request::floats).reversed());
    List<Placed> placed = new ArrayList<>();
    Map<Object, Integer> offsets = new HashMap<>();
    for (Request request : requests) {
      long offset = lowestFree(request, placed);
      Placed range = new Placed(request, offset);
      int at = place(placed, range);
      placed.add(at, range);
      size = Math.max(size, range.end());
      offsets.put(request.owner(), Math.toIntExact(base + offset));
    }
    return offsets;
  }

  /** The index that keeps the ranges sorted by offset. */
  private static int place(List<Placed> placed, Placed range) {
    int low = 0;
    int high = placed.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (placed.get(middle).offset() <= range.offset()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static long lowestFree(Request request, List<Placed> placed) {
    long offset = 0;
    for (Placed other : placed) {
      if (other.meets(request)) {
        if (other.offset() - offset >= aligned(request.floats())) {
          return offset;
        }
        offset = Math.max(offset, other.end());
      }
    }
    return offset;
  }

  /** How many floats all ranges need together. */
  long size() {
    return size;
  }

  static int aligned(int floats) {
    return Math.max(ALIGNMENT, (floats + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
  }
}
