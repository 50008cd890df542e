package org.vaelix.core.internal.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vaelix.core.recipe.Problem;

class StrictJsonTest {
  private final List<Problem> problems = new ArrayList<>();

  private JsonElement parse(String text) {
    return StrictJson.parse(text, problems);
  }

  @Test
  void readsWhatRfc8259Allows() {
    String text = "{\"a\": [1, -2.5e-3, true, false, null, \"x\\u00e9\"], \"b\": {}}";
    assertEquals(JsonParser.parseString(text), parse("\uFEFF \t\r\n" + text + "\n"));
    assertEquals(List.of(), problems);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{'a':1}", "{a:1}", "[1,]", "[1 2]", "01",
            "+1",
        "1.", ".5", "0x10", "NaN", "-Infinity", "TRUE", "tru", "\"a", "\"a\nb\"", "\"\\x\"",
            "{} {}",
        "// no\n1", "1 2", "{\"a\":1;\"b\":2}", "{\"a\"=1}", ")]}'\n1", "[1]]"
      })
  void refusesWhatRfc8259DoesNotAllow(String text) {
    assertNull(parse(text));
    assertEquals(1, problems.size());
  }

  @Test
  void statesLineColumnAndPath() {
    assertNull(parse("{\n  \"model\": {\n    \"hidden\": [1, nan]\n  }\n}"));
    assertEquals("/model/hidden/1", problems.get(0).path());
    assertEquals(
        "line 3, column 19: this is not JSON; see whether a quote, a comma or a value is missing"
            + " here",
        problems.get(0).message());
  }

  @Test
  void reportsAllDuplicateKeys() {
    parse("{\"a\": 1, \"b\": {\"c/d\": 1, \"c/d\": 2}, \"a\": 3}");
    assertEquals(List.of("/b/c~1d", "/a"), problems.stream().map(Problem::path).toList());
    assertTrue(problems.get(0).message().contains("this key is here twice"));
  }

  @ParameterizedTest
  @CsvSource({"1e999", "-1e400", "1e99999999999"})
  void refusesNumbersBeyondDouble(String text) {
    parse("[" + text + "]");
    assertEquals("/0", problems.get(0).path());
    assertTrue(problems.get(0).message().endsWith("this number is too large for a double"));
  }

  @Test
  void readsNumbersNextToZero() {
    assertEquals(0.0, parse("1e-99999999999").getAsDouble());
    assertEquals(List.of(), problems);
  }

  @Test
  void refusesDeepNestingOnly() {
    parse("[".repeat(100) + "]".repeat(100));
    assertEquals(List.of(), problems);
    parse("[".repeat(101) + "]".repeat(101));
    assertTrue(problems.get(0).message().endsWith("nested more than 100 deep"));
    parse("[".repeat(1_000_000));
    assertTrue(problems.get(1).message().endsWith("nested more than 100 deep"));
  }

  @Property(seed = "1")
  void neverThrows(@ForAll String text) {
    List<Problem> found = new ArrayList<>();
    JsonElement json = StrictJson.parse(text, found);
    assertEquals(json == null, !found.isEmpty());
  }
}
