package org.vaelix.core.internal.recipe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vaelix.core.part.Doc;

/**
 * An option as the schema and the descriptions show it.
 *
 * @param name of the record component
 * @param type what it can hold
 * @param doc one line, or empty
 * @param defaultValue as a user would write it; null if the option must be given
 */
public record Option(String name, OptionType type, String doc, JsonElement defaultValue) {
  /** Which part it is, and which versions of it a recipe accepts. */
  private static final Set<String> RESERVED = Set.of("type", "version");

  /**
   * {@return the options of a record, in the order of its components}
   *
   * @param type of the record
   * @param defaults as a user would write them
   */
  static List<Option> of(Class<?> type, JsonObject defaults) {
    return Stream.of(type.getRecordComponents()).map(c -> of(c, defaults)).toList();
  }

  /**
   * {@return what is wrong with the name of an option, as the part's deed; empty if all can be
   * used}
   *
   * @param type of a part's record
   */
  static Optional<String> reserved(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(RESERVED::contains)
        .findFirst()
        .map(name -> "has an option '" + name + "', a key that belongs to every part; rename it");
  }

  /**
   * Refuses a record that contains itself, of which there is no finite schema.
   *
   * @param type of the record
   * @param outer the records that contain it
   */
  static void refuseCycles(Class<?> type, List<Class<?>> outer) {
    if (outer.contains(type)) {
      throw new IllegalStateException("options of class " + type.getName() + " contain themselves");
    }
    List<Class<?>> chain = Stream.concat(outer.stream(), Stream.of(type)).toList();
    for (RecordComponent component : type.getRecordComponents()) {
      OptionType held = OptionType.of(component.getGenericType());
      while (held.element() != null) {
        held = held.element();
      }
      if (held.form() == OptionType.Form.RECORD) {
        refuseCycles(held.raw(), chain);
      }
    }
  }

  private static Option of(RecordComponent component, JsonObject defaults) {
    OptionType type = OptionType.of(component.getGenericType());
    Doc doc = component.getAnnotation(Doc.class);
    JsonElement known = defaults.get(component.getName());
    return new Option(
        component.getName(),
        type,
        doc == null ? "" : doc.value(),
        known != null ? known : Defaults.implied(component, type));
  }

  /** {@return the options within this one, if it is an object or perhaps one; else none} */
  List<Option> inner() {
    OptionType group = type.form() == OptionType.Form.OPTIONAL ? type.element() : type;
    if (group.form() != OptionType.Form.RECORD) {
      return List.of();
    }
    boolean isKnown =
        defaultValue != null
            && defaultValue.isJsonObject()
            && !defaultValue.getAsJsonObject().isEmpty();
    return of(
        group.raw(), isKnown ? defaultValue.getAsJsonObject() : Defaults.constantOf(group.raw()));
  }

  /** {@return whether a recipe must give it} */
  boolean isRequired() {
    return defaultValue == null || inner().stream().anyMatch(this::isRequiredWithin);
  }

  /** An object that may be left out asks for its required options only when it is there. */
  private boolean isRequiredWithin(Option inner) {
    return type.form() == OptionType.Form.RECORD && inner.isRequired();
  }
}
