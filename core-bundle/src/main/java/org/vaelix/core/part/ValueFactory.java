package org.vaelix.core.part;

/**
 * Makes a part that needs nothing but its configuration: a schedule, an optimiser, a data source.
 *
 * @param <C> the configuration
 * @param <P> what is made
 */
public interface ValueFactory<C extends Record, P> extends PartFactory<C> {
  /**
   * {@return the part}
   *
   * @param config checked
   */
  P create(C config);
}
