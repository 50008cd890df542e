package org.vaelix.core.recipe;

import java.util.List;
import java.util.stream.Collectors;

/** A recipe that cannot be read, with everything that is wrong with it. */
public final class RecipeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * Creates the exception.
   *
   * @param source the recipe's file name, or what else a user knows it by
   * @param problems at least one, in the order of their appearance
   */
  public RecipeException(String source, List<Problem> problems) {
    super(problems.stream().map(p -> source + ": " + p).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** {@return all problems, in the order of their appearance; the message has one line for each} */
  public List<Problem> problems() {
    return problems;
  }
}
