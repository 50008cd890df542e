package org.vaelix.core.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedClassesTest {
  /** Names in code, in descriptors, in arrays; constants of every width are passed over. */
  static final class Sample {
    static final long WIDE = 1L << 40;
    static final double PRECISE = 0.1;

    static java.util.ArrayDeque<String> queue(java.util.BitSet[] bits, double[] numbers) {
      Runnable later = () -> new java.util.StringJoiner(",");
      later.run();
      numbers[0] = PRECISE * WIDE;
      return new java.util.ArrayDeque<>(new java.util.Stack[] {}.length + bits.length);
    }
  }

  @Test
  void findsWhatAClassNames() throws IOException {
    Set<String> names;
    try (InputStream bytes = getClass().getResourceAsStream("NamedClassesTest$Sample.class")) {
      names = NamedClasses.in(bytes);
    }

    for (Class<?> named :
        new Class<?>[] {
          Sample.class,
          java.util.ArrayDeque.class,
          java.util.BitSet.class,
          java.util.StringJoiner.class,
          java.util.Stack.class,
          Runnable.class
        }) {
      assertTrue(names.contains(named.getName()), named.getName() + " is not in " + names);
    }
  }
}
