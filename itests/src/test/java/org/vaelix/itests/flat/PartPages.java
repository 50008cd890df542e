package org.vaelix.itests.flat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.recipe.PartDescription;

/** The pages of {@code docs/parts}: what {@code describe} prints of every part, a page per kind. */
final class PartPages {
  /** How the pages are written anew. */
  static final String COMMAND =
      "mvn test -pl itests -am -Dtest=PartPagesTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dvaelix.docs.write=true";

  private static final String INDEX = "README.md";

  private PartPages() {}

  /** {@return the text of each page, by the name of its file} */
  static Map<String, String> of(Catalog catalog) {
    Map<String, List<PartDescription>> kinds =
        catalog.parts().stream()
            .collect(
                Collectors.groupingBy(
                    part -> part.kind(),
                    TreeMap::new,
                    Collectors.mapping(PartDescription::of, Collectors.toList())));
    Map<String, String> pages = new TreeMap<>();
    kinds.forEach((kind, parts) -> pages.put(kind + ".md", page(kind, parts)));
    pages.put(INDEX, index(kinds));
    return pages;
  }

  private static String index(Map<String, List<PartDescription>> kinds) {
    StringBuilder text = new StringBuilder("# The parts, kind by kind\n\n").append(note());
    text.append("\n| kind | types |\n|---|---|\n");
    kinds.forEach(
        (kind, parts) ->
            text.append(
                String.format(
                    "| [%s](%s.md) | %s |\n",
                    kind,
                    kind,
                    parts.stream()
                        .map(part -> code(type(part)))
                        .collect(Collectors.joining(", ")))));
    return text.toString();
  }

  private static String page(String kind, List<PartDescription> parts) {
    StringBuilder text = new StringBuilder("# Kind `" + kind + "`\n\n").append(note());
    text.append("\n| type | in one line |\n|---|---|\n");
    for (PartDescription part : parts) {
      text.append(row(Stream.of("[`" + type(part) + "`](#" + type(part) + ")", part.summary())));
    }
    parts.forEach(part -> text.append(section(part)));
    return text.toString();
  }

  private static String note() {
    return "Written by the parts themselves; do not edit. Anew with\n\n    " + COMMAND + "\n";
  }

  private static String section(PartDescription part) {
    StringBuilder text = new StringBuilder("\n## " + type(part) + "\n\n" + part.summary() + "\n");
    field(text, "Formula", part.formula().isEmpty() ? "" : code(part.formula()));
    field(text, "Source", part.source());
    if (!part.options().isEmpty()) {
      text.append("\n| option | type | default | description |\n|---|---|---|---|\n");
      for (PartDescription.Option option : part.options()) {
        text.append(
            row(
                Stream.of(
                    code(option.name()),
                    option.type(),
                    code(option.defaultValue()),
                    option.doc())));
      }
    }
    if (part.fragment().isEmpty()) {
      return text.toString();
    }
    return text.append("\nIts options, ")
        .append(part.place())
        .append(":\n\n```json\n")
        .append(
            part.fragment()
                .lines()
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n")))
        .append("\n```\n")
        .toString();
  }

  private static void field(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append("\n").append(name).append(": ").append(value).append("\n");
    }
  }

  /** A bar would end the cell. */
  private static String row(Stream<String> cells) {
    return cells
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String type(PartDescription part) {
    return part.name().substring(part.name().indexOf('/') + 1);
  }
}
