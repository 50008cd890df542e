package org.vaelix.core.internal.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.core.composition.TraceContext;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.internal.contain.Makers;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Moments;

class BoundPartTest {
  private static final Place LIKELIHOOD = Place.ROOT.child("model").child("likelihood");

  private static String refusal(String name, Condition... declared) {
    BoundPart part =
        new BoundPart(
            null,
            LIKELIHOOD,
            new Makers(),
            context ->
                context.condition("library", name).require("library", Condition.Kind.EXPOSURE));
    TraceContext context =
        new TraceContext(new Graph(), Shape.of(2), Moments.standard(2), List.of(declared), false);
    return assertThrows(ModelException.class, () -> part.create(context)).getMessage();
  }

  private static Condition condition(String name, Condition.Kind kind) {
    return new Condition(name, kind, List.of(), new double[1], Condition.Networks.BOTH);
  }

  @Test
  void anUnknownConditionIsReportedAtTheOptionThatNamesIt() {
    assertEquals(
        "/model/likelihood/library: there is no condition 'size' (the recipe declares none);"
            + " declare it in /conditions",
        refusal("size"));
    assertEquals(
        "/model/likelihood/library: there is no condition 'size' (known: batch, sizes); declare it"
            + " in /conditions, or did you mean 'sizes'?",
        refusal(
            "size",
            condition("batch", Condition.Kind.CATEGORY),
            condition("sizes", Condition.Kind.EXPOSURE)));
  }

  @Test
  void aConditionOfAnotherKindIsReportedThereToo() {
    assertEquals(
        "/model/likelihood/library: needs a condition of the kind 'exposure', and 'size' is of the"
            + " kind 'standardised'; set its \"as\" in /conditions",
        refusal("size", condition("size", Condition.Kind.STANDARDISED)));
  }
}
