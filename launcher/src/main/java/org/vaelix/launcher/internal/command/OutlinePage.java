package org.vaelix.launcher.internal.command;

import java.util.Locale;
import org.vaelix.core.composition.ReceptiveField;
import org.vaelix.core.run.ModelOutline;

/** What a person reads of a model's size. */
final class OutlinePage {
  private OutlinePage() {}

  static String of(ModelOutline outline) {
    Table table = new Table("part", "parameters");
    outline.byScope().forEach((scope, count) -> table.row(scope, number(count)));
    table.row("all", number(outline.parameters()));
    return table + outline.receptiveField().map(OutlinePage::of).orElse("");
  }

  private static String of(ReceptiveField field) {
    return field.height() == 1
        ? String.format(Locale.ROOT, "%nreceptive field of the encoder: %d bins%n", field.width())
        : String.format(
            Locale.ROOT,
            "%nreceptive field of the encoder: %d × %d pixels%n",
            field.height(),
            field.width());
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%d", count);
  }
}
