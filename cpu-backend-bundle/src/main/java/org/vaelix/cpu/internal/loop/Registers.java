package org.vaelix.cpu.internal.loop;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.vaelix.core.graph.Tensor;

/** Gives out block registers, each for as long as its value has readers left. */
final class Registers {
  private final Map<Tensor, Integer> held = new HashMap<>();
  private final Map<Tensor, Integer> readersLeft;
  private final PriorityQueue<Integer> free = new PriorityQueue<>();
  private int count;

  /**
   * @param readers how often each tensor will be read; the map is used up
   */
  Registers(Map<Tensor, Integer> readers) {
    this.readersLeft = readers;
  }

  int take(Tensor tensor) {
    Integer register = free.poll();
    if (register == null) {
      register = count++;
    }
    held.put(tensor, register);
    return register;
  }

  /** Keeps a register to the end. */
  void keep(Tensor tensor) {
    readersLeft.merge(tensor, 1, Integer::sum);
  }

  boolean holds(Tensor tensor) {
    return held.containsKey(tensor);
  }

  int of(Tensor tensor) {
    return held.get(tensor);
  }

  /** One reader is done; the last one frees the register. */
  void read(Tensor tensor) {
    int left = readersLeft.merge(tensor, -1, Integer::sum);
    if (left == 0 && held.containsKey(tensor)) {
      free.add(held.remove(tensor));
    }
  }

  int count() {
    return count;
  }
}
