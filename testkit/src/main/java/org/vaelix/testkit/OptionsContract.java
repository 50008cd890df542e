package org.vaelix.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vaelix.core.part.Doc;
import org.vaelix.core.part.PartFactory;

/**
 * The contract of what a part's factory says of its options. Authors of parts extend it and give
 * their factory; it holds for every kind.
 */
public abstract class OptionsContract {
  private static final Set<String> RESERVED = Set.of("type", "version");

  /** For authors' tests to extend. */
  protected OptionsContract() {}

  /** {@return the factory under test} */
  protected abstract PartFactory<?> factory();

  private List<RecordComponent> options() {
    return List.of(factory().defaults().getClass().getRecordComponents());
  }

  /** A factory holds no state, so it says the same each time. */
  @Test
  void defaultsAreAlwaysTheSame() {
    assertEquals(factory().defaults(), factory().defaults());
  }

  /** A recipe says with these keys which part it means, and which versions of it. */
  @Test
  void noOptionHasTheNameOfAKeyThatBelongsToEveryPart() {
    for (RecordComponent option : options()) {
      assertFalse(RESERVED.contains(option.getName()), "rename the option " + option.getName());
    }
  }

  /** {@code describe} prints these lines. */
  @Test
  void everyOptionHasALine() {
    for (RecordComponent option : options()) {
      Doc doc = option.getAnnotation(Doc.class);
      assertFalse(doc == null || doc.value().isBlank(), "no @Doc for " + option.getName());
    }
  }
}
