package org.vaelix.launcher.internal.command;

import org.vaelix.core.training.TrainingListener;
import org.vaelix.launcher.command.Caller;

/** Shows how training gets on. */
interface Progress extends TrainingListener, AutoCloseable {
  /** {@return a bar on a terminal, plain lines elsewhere} */
  static Progress on(Caller caller) {
    return caller.columns() > 0
        ? new BarProgress(caller.err(), caller.columns())
        : new PlainProgress(caller.err(), System::nanoTime);
  }

  /** Leaves the terminal as it was. */
  @Override
  void close();
}
