package org.vaelix.core.internal.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.recipe.Problem;

class SettingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                            | a=1         | {\"a\":1}",
        "{}                            | a.b.c=true  | {\"a\":{\"b\":{\"c\":true}}}",
        "{\"a\":{\"b\":1,\"c\":2}}     | a.b=x=y     | {\"a\":{\"b\":\"x=y\",\"c\":2}}",
        "{\"a\":[1,2]}                 | a.1=7       | {\"a\":[1,7]}",
        "{\"a\":[{},{\"b\":2}]}        | a.1.b=[3]   | {\"a\":[{},{\"b\":[3]}]}",
        "{\"a\":\"laplace\"}           | a.scale=2   | {\"a\":{\"type\":\"laplace\",\"scale\":2}}",
        "{\"a\":null}                  | a.b=null    | {\"a\":{\"b\":null}}",
        "{}                            | a=\"1\"     | {\"a\":\"1\"}",
        "{}                            | a=          | {\"a\":\"\"}",
        "{}                            | a=1 2       | {\"a\":\"1 2\"}"
      })
  void changesTheRecipe(String before, String setting, String after) {
    JsonObject recipe = JsonParser.parseString(before).getAsJsonObject();
    List<Problem> problems = new ArrayList<>();
    Setting.apply(recipe, List.of(setting), problems);
    assertEquals(List.of(), problems);
    assertEquals(JsonParser.parseString(after), recipe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs        | setting 'epochs' is not of the form path.to.key=value",
        "=1            | setting '=1' is not of the form path.to.key=value",
        "a..b=1        | setting 'a..b=1' is not of the form path.to.key=value",
        "list.2=1      | setting 'list.2=1': '2' is not an index into a list of 2",
        "list.x.y=1    | setting 'list.x.y=1': 'x' is not an index into a list of 2",
        "number.x=1    | setting 'number.x=1': there can be no 'x' within 5"
      })
  void namesTheSettingThatCannotBeApplied(String setting, String message) {
    JsonObject recipe =
        JsonParser.parseString("{\"list\": [1, 2], \"number\": 5}").getAsJsonObject();
    List<Problem> problems = new ArrayList<>();
    Setting.apply(recipe, List.of(setting), problems);
    assertEquals(List.of(new Problem("", message)), problems);
  }

  @Test
  void laterSettingsSeeEarlierOnes() {
    JsonObject recipe = new JsonObject();
    Setting.apply(recipe, List.of("a.b=[1]", "a.b.0=2"), new ArrayList<>());
    assertEquals("{\"a\":{\"b\":[2]}}", recipe.toString());
  }
}
