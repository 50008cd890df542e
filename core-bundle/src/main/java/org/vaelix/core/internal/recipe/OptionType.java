package org.vaelix.core.internal.recipe;

import com.google.gson.JsonElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.part.PartKind;
import org.vaelix.core.part.ShortForm;
import org.vaelix.core.recipe.BackendChoice;

/**
 * What an option can hold, read from the Java type of its record component. The reader, the schema
 * and the descriptions all go by it.
 *
 * @param form which of the few things it is
 * @param raw the Java class, of an element for lists and optionals see {@code element}
 * @param element of a list or an optional, else null
 * @param kind of a part, else null
 */
record OptionType(Form form, Class<?> raw, OptionType element, String kind) {

  /** The kind for which a plain number may stand. */
  static final String SCHEDULE = "schedule";

  /** The things that an option can hold. */
  enum Form {
    INT,
    LONG,
    DOUBLE,
    BOOLEAN,
    STRING,
    ENUM,
    LIST,
    OPTIONAL,
    RECORD,
    /** A part of a model, made anew for each trace. */
    SPEC,
    /** A part that is made when the recipe is read. */
    VALUE,
    BACKEND
  }

  /**
   * {@return what a type of a component stands for}
   *
   * @throws IllegalArgumentException if options cannot have that type
   */
  static OptionType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments()[0]);
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof Class<?> raw) {
      return plain(raw);
    }
    throw unfit(type);
  }

  private static OptionType generic(Class<?> raw, Type argument) {
    if (raw == List.class) {
      return new OptionType(Form.LIST, raw, of(argument), null);
    }
    if (raw == Optional.class) {
      return new OptionType(Form.OPTIONAL, raw, of(argument), null);
    }
    if (raw == PartSpec.class && argument instanceof Class<?> part) {
      return new OptionType(Form.SPEC, part, null, kind(part));
    }
    return plain(raw);
  }

  private static OptionType plain(Class<?> raw) {
    if (raw == BackendChoice.class) {
      return new OptionType(Form.BACKEND, raw, null, "backend");
    }
    if (raw.isAnnotationPresent(PartKind.class)) {
      return new OptionType(Form.VALUE, raw, null, kind(raw));
    }
    return new OptionType(form(raw), raw, null, null);
  }

  private static Form form(Class<?> raw) {
    if (raw == int.class || raw == Integer.class) {
      return Form.INT;
    }
    if (raw == long.class || raw == Long.class) {
      return Form.LONG;
    }
    if (raw == double.class || raw == Double.class) {
      return Form.DOUBLE;
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return Form.BOOLEAN;
    }
    if (raw == String.class) {
      return Form.STRING;
    }
    if (raw.isEnum()) {
      return Form.ENUM;
    }
    if (raw.isRecord()) {
      return Form.RECORD;
    }
    throw unfit(raw);
  }

  private static String kind(Class<?> part) {
    PartKind kind = part.getAnnotation(PartKind.class);
    if (kind == null) {
      throw new IllegalArgumentException(part.getName() + " lacks an annotation @PartKind");
    }
    return kind.value();
  }

  private static IllegalArgumentException unfit(Type type) {
    return new IllegalArgumentException(
        type.getTypeName() + " is not a type that an option can have");
  }

  /** {@return whether a plain number may stand for the part} */
  boolean allowsNumber() {
    return form == Form.VALUE && kind.equals(SCHEDULE);
  }

  /** {@return whether a plain string may stand for the object} */
  boolean allowsString() {
    return form == Form.RECORD && raw.isAnnotationPresent(ShortForm.class);
  }

  /** {@return the object that a string stands for; anything else as it is} */
  JsonElement longForm(JsonElement json) {
    return allowsString() && Scalars.isString(json)
        ? Schema.with(raw.getAnnotation(ShortForm.class).value(), json)
        : json;
  }

  /** {@return the names of an enum's constants in recipes} */
  List<String> constants() {
    return Stream.of(raw.getEnumConstants()).map(OptionType::constant).toList();
  }

  /** {@return the name of a constant in recipes: lower case with hyphens} */
  static String constant(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return a few words for messages and descriptions} */
  String describe() {
    return switch (form) {
      case INT, LONG -> "whole number";
      case DOUBLE -> "number";
      case BOOLEAN -> "true or false";
      case STRING -> "string";
      case ENUM -> String.join(" | ", constants());
      case LIST -> "list of " + element.plural();
      case OPTIONAL -> element.describe() + ", or null";
      case RECORD -> allowsString() ? "object or string" : "object";
      case SPEC, VALUE, BACKEND -> kind + (allowsNumber() ? " or number" : "");
    };
  }

  private String plural() {
    return switch (form) {
      case RECORD -> allowsString() ? "objects or strings" : "objects";
      case INT, LONG, DOUBLE, STRING, SPEC -> describe() + "s";
      default -> describe();
    };
  }
}
