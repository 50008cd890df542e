package org.vaelix.core.training;

/** x. */
public final class Trainer {
  private Trainer() {}
}
