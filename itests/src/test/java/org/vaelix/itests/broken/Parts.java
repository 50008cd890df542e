package org.vaelix.itests.broken;

import java.util.List;
import org.vaelix.core.backend.Availability;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.backend.Program;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;

/** Parts, of which all but the first are broken. */
public final class Parts {
  private Parts() {}

  /** Options of all of them. */
  public record None() {}

  /** A part that works. */
  public static class Working implements ScheduleFactory<None> {
    @Override
    public None defaults() {
      return new None();
    }

    @Override
    public Schedule create(None config) {
      return Schedule.constant(1);
    }
  }

  /** Its constructor throws. */
  public static final class Throwing extends Working {
    /** Throws. */
    public Throwing() {
      throw new IllegalStateException("no licence was found");
    }
  }

  /** Its constructor does not come back for a minute. */
  public static final class Blocking extends Working {
    /** Blocks. */
    public Blocking() throws InterruptedException {
      Thread.sleep(60_000);
    }
  }

  /** It cannot say its defaults. */
  public static final class Undecided extends Working {
    @Override
    public None defaults() {
      throw new UnsupportedOperationException("not written yet");
    }
  }

  /** A backend for a device that is not there. */
  public static final class Deviceless implements Backend<None> {
    @Override
    public None defaults() {
      return new None();
    }

    @Override
    public int rank() {
      return -1;
    }

    @Override
    public Availability availability() {
      return Availability.unavailable("there is no such card; start the JVM with -Dcard=0");
    }

    @Override
    public List<String> devices() {
      return List.of();
    }

    @Override
    public int threads(None options) {
      return 1;
    }

    @Override
    public Program compile(Graph graph, None options) {
      throw new IllegalStateException("unavailable");
    }
  }
}
