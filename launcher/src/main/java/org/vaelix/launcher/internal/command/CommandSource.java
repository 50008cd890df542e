package org.vaelix.launcher.internal.command;

import java.util.List;
import org.vaelix.launcher.command.Command;

/** The commands there are. */
interface CommandSource {
  /** {@return their names, sorted} */
  List<String> names();

  /** {@return a fresh command of one of these names, to be released after use} */
  Command get(String name);

  /** Gives a command back. */
  void release(Command command);
}
