package org.vaelix.core.recipe;

import java.util.List;
import java.util.Optional;
import org.vaelix.core.catalog.Origin;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.internal.recipe.Descriptions;
import org.vaelix.core.internal.recipe.PartFile;

/**
 * What a user can know about a part.
 *
 * @param name kind and type: {@code prior/laplace}
 * @param summary one line; if the part fails to say anything, why
 * @param formula or empty
 * @param source where the formula comes from, or empty
 * @param origin the bundle
 * @param options in the order of the part's record; those within an object after it, with a dot:
 *     {@code window.width}
 * @param place where a recipe has the fragment: {@code within "model"}
 * @param fragment how a recipe names the part, with all options, as keys of a JSON object; what
 *     must be given is there by an example
 */
public record PartDescription(
    String name,
    String summary,
    String formula,
    String source,
    Origin origin,
    List<Option> options,
    String place,
    String fragment) {

  /**
   * An option.
   *
   * @param name of the key
   * @param type what it can hold, in a few words
   * @param defaultValue as JSON; {@code "required"} if there is none
   * @param doc one line with unit and range
   */
  public record Option(String name, String type, String defaultValue, String doc) {}

  /**
   * {@return what a part says about itself; a part that fails is described as such}
   *
   * @param part to be described
   */
  public static PartDescription of(PartReference part) {
    return Descriptions.of(part);
  }

  /**
   * {@return why a part cannot be used, in one sentence; empty if it can} Starts the part and asks
   * for its defaults, which is code of its bundle and may take its time.
   *
   * @param part to be tried
   */
  public static Optional<String> fault(PartReference part) {
    return Optional.of(PartFile.of(part).fault()).filter(fault -> !fault.isEmpty());
  }

  /** {@return name and summary in one line} */
  public String line() {
    return summary.isEmpty() ? name : name + "  " + summary;
  }

  /** {@return a page of text} */
  public String text() {
    return Descriptions.text(this);
  }
}
