package org.vaelix.core.part;

/** An option of a configuration record with a value out of range. */
public final class OptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The record component. */
  private final String option;

  /**
   * Creates the exception.
   *
   * @param option the record component's name
   * @param problem what is wrong and what would be right
   */
  public OptionException(String option, String problem) {
    super(problem);
    this.option = option;
  }

  /** {@return the record component's name} */
  public String option() {
    return option;
  }
}
