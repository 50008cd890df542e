package org.vaelix.core.internal.recipe;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.recipe.Problem;

/** JSON pointers (RFC 6901), and the order in which they appear in a document. */
final class Pointer {
  private Pointer() {}

  /** {@return the pointer to a member of an object or, by its index, of an array} */
  static String child(String parent, Object key) {
    return parent + "/" + key.toString().replace("~", "~0").replace("/", "~1");
  }

  /**
   * {@return the problems in the order of their places; what is not there comes with its parent}
   */
  static List<Problem> sorted(List<Problem> problems, JsonElement document) {
    Map<String, Integer> ranks = new HashMap<>();
    number(document, "", ranks);
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparing(problem -> rank(problem.path(), ranks)));
    return sorted;
  }

  private static void number(JsonElement element, String path, Map<String, Integer> ranks) {
    ranks.put(path, ranks.size());
    if (element.isJsonObject()) {
      for (Map.Entry<String, JsonElement> member : element.getAsJsonObject().entrySet()) {
        number(member.getValue(), child(path, member.getKey()), ranks);
      }
    } else if (element.isJsonArray()) {
      for (int i = 0; i < element.getAsJsonArray().size(); i++) {
        number(element.getAsJsonArray().get(i), child(path, i), ranks);
      }
    }
  }

  private static int rank(String path, Map<String, Integer> ranks) {
    String place = path;
    while (!ranks.containsKey(place)) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return ranks.get(place);
  }
}
