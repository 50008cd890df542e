package org.vaelix.cpu.internal.profile;

import java.util.ArrayList;
import java.util.List;
import org.vaelix.core.backend.Profile.Phase;

/** How long each phase of compiling took. */
public final class Laps {
  private final List<Phase> phases = new ArrayList<>();
  private long last = System.nanoTime();

  /** Starts the first phase. */
  public Laps() {}

  /**
   * Ends a phase and starts the next.
   *
   * @param name in one word
   * @param count how much it made
   * @param what it made
   */
  public void end(String name, int count, String what) {
    long now = System.nanoTime();
    phases.add(new Phase(name, now - last, count + " " + what));
    last = System.nanoTime();
  }

  /** {@return the phases so far} */
  public List<Phase> phases() {
    return List.copyOf(phases);
  }
}
