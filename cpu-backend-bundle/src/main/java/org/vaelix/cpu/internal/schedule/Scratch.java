package org.vaelix.cpu.internal.schedule;

/** A thread's own memory for what a task needs only while it runs. */
public final class Scratch {
  private final float[] floats;

  /**
   * Makes room.
   *
   * @param size the largest {@link Task#scratchFloats} of the program
   */
  public Scratch(int size) {
    floats = new float[size];
  }

  /** {@return the memory; its content is whatever the last task left} */
  public float[] floats() {
    return floats;
  }
}
