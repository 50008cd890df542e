package org.vaelix.launcher.internal.command;

import java.util.Collection;
import org.vaelix.core.part.Names;

/** What is said behind a name that there is not. */
final class Hint {
  private Hint() {}

  /** {@return the name that was probably meant, or all there are} */
  static String of(String name, Collection<String> known) {
    return Names.nearest(name, known)
        .map(nearest -> ", did you mean '" + nearest + "'?")
        .orElse("; there are: " + String.join(", ", known));
  }
}
