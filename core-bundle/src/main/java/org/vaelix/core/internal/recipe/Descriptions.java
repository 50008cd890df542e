package org.vaelix.core.internal.recipe;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.stream.Stream;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.part.Doc;
import org.vaelix.core.recipe.PartDescription;

/** Describes parts in words. */
public final class Descriptions {
  private Descriptions() {}

  /** {@return what a part says about itself} */
  public static PartDescription of(PartReference part) {
    PartFile file = PartFile.of(part);
    Doc doc = file.doc();
    String said = doc == null ? "" : doc.value();
    return new PartDescription(
        part.kind() + "/" + part.type(),
        file.fault().isEmpty() ? said : file.fault(),
        doc == null ? "" : doc.formula(),
        doc == null ? "" : doc.source(),
        part.origin(),
        file.options().stream().flatMap(option -> described("", option)).toList(),
        Location.of(part.kind()).place(),
        file.fault().isEmpty() && Location.isInRecipes(part.kind())
            ? fragment(part, file.options())
            : "");
  }

  private static Stream<PartDescription.Option> described(String prefix, Option option) {
    String name = prefix + option.name();
    JsonElement value = option.defaultValue();
    boolean isGroup = option.type().form() == OptionType.Form.RECORD;
    Stream<PartDescription.Option> inner =
        option.inner().stream().flatMap(within -> described(name + ".", within));
    return isGroup
        ? inner
        : Stream.concat(
            Stream.of(
                new PartDescription.Option(
                    name,
                    option.type().describe(),
                    value == null ? "required" : value.toString(),
                    option.doc())),
            inner);
  }

  private static String fragment(PartReference part, List<Option> options) {
    JsonObject json = new JsonObject();
    json.addProperty("type", part.type());
    for (Option option : options) {
      json.add(option.name(), example(option));
    }
    JsonObject recipe = Location.of(part.kind()).with(json);
    String text =
        new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create()
            .toJson(recipe);
    return text.substring(2, text.length() - 2); // what is within the braces
  }

  /** {@return the default, or an example of what a user must put there} */
  private static JsonElement example(Option option) {
    List<Option> inner = option.inner();
    if (option.type().form() == OptionType.Form.RECORD) {
      JsonObject json = new JsonObject();
      inner.forEach(within -> json.add(within.name(), example(within)));
      return json;
    }
    JsonElement value = option.defaultValue();
    return value != null ? value : example(option.type());
  }

  /** Something of the type, so that what is pasted reads; texts are in angle brackets. */
  private static JsonElement example(OptionType type) {
    return switch (type.form()) {
      case INT, LONG -> new JsonPrimitive(1);
      case DOUBLE -> new JsonPrimitive(1.0);
      case BOOLEAN -> new JsonPrimitive(false);
      case ENUM -> new JsonPrimitive(type.constants().get(0));
      case LIST -> list(type.element());
      case RECORD -> {
        JsonObject json = new JsonObject();
        Option.of(type.raw(), Defaults.constantOf(type.raw()))
            .forEach(within -> json.add(within.name(), example(within)));
        yield json;
      }
      default -> new JsonPrimitive("<" + type.describe() + ">");
    };
  }

  private static JsonArray list(OptionType element) {
    JsonArray array = new JsonArray();
    array.add(example(element));
    return array;
  }

  /** {@return a page about a part} */
  public static String text(PartDescription part) {
    StringBuilder text = new StringBuilder(part.line()).append("\n\n");
    field(text, "formula", part.formula());
    field(text, "source", part.source());
    field(text, "from", part.origin().toString());
    if (!part.options().isEmpty()) {
      text.append('\n').append(table(part.options()));
    }
    return part.fragment().isEmpty()
        ? text.toString()
        : text.append('\n')
            .append(String.format("  %s:\n\n", part.place()))
            .append(part.fragment())
            .append('\n')
            .toString();
  }

  private static void field(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(String.format("  %-9s%s\n", name, value));
    }
  }

  private static String table(List<PartDescription.Option> options) {
    int name = width(options.stream().map(PartDescription.Option::name), "option");
    int type = width(options.stream().map(PartDescription.Option::type), "type");
    int value = width(options.stream().map(PartDescription.Option::defaultValue), "default");
    String row = "  %-" + name + "s  %-" + type + "s  %-" + value + "s  %s";
    StringBuilder table = new StringBuilder();
    Stream.concat(
            Stream.of(new PartDescription.Option("option", "type", "default", "description")),
            options.stream())
        .map(o -> String.format(row, o.name(), o.type(), o.defaultValue(), o.doc()).stripTrailing())
        .forEach(line -> table.append(line).append('\n'));
    return table.toString();
  }

  private static int width(Stream<String> cells, String heading) {
    return Stream.concat(Stream.of(heading), cells).mapToInt(String::length).max().orElse(0);
  }
}
