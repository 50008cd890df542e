package org.vaelix.core.internal.recipe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vaelix.core.recipe.Problem;

/**
 * Reads JSON as RFC 8259 has it and nothing beside it; keys must differ and numbers must be finite.
 * Goes on after a duplicate key or a number that is too large, stops at a syntax error.
 */
public final class StrictJson {
  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 1000;

  /** How Gson states a place; its reader offers line and column in no other way. */
  private static final Pattern PLACE = Pattern.compile("\\s*at line (\\d+) column (\\d+)");

  private final JsonReader reader;
  private final List<Problem> problems;
  private String path = "";
  private int depth;

  private StrictJson(String text, List<Problem> problems) {
    this.reader = new JsonReader(new StringReader(text));
    this.problems = problems;
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(DEEPEST + 2); // so that our own, clearer message comes first
  }

  /**
   * {@return the document, or null if it has a syntax error}
   *
   * @param text with or without a byte order mark
   * @param problems takes what is wrong
   */
  public static JsonElement parse(String text, List<Problem> problems) {
    return new StrictJson(text.startsWith("\uFEFF") ? text.substring(1) : text, problems)
        .document();
  }

  private JsonElement document() {
    try {
      JsonElement document = element();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("there is something after the end of the document");
      }
      return document;
    } catch (EOFException e) {
      problem("the document ends too early; a bracket, brace or quote is not closed");
    } catch (MalformedJsonException e) {
      problem(reason(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return null;
  }

  private JsonElement element() throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array();
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw new MalformedJsonException("a value was expected");
    };
  }

  private JsonObject object() throws IOException {
    JsonObject object = new JsonObject();
    String here = path;
    reader.beginObject();
    deeper();
    while (reader.hasNext()) {
      String key = reader.nextName();
      path = Pointer.child(here, key);
      if (object.has(key)) {
        problem("this key is here twice; keep one of them");
      }
      object.add(key, element());
    }
    path = here;
    reader.endObject();
    depth--;
    return object;
  }

  private JsonArray array() throws IOException {
    JsonArray array = new JsonArray();
    String here = path;
    reader.beginArray();
    deeper();
    path = Pointer.child(here, 0); // first: asking for the next element may find a syntax error
    while (reader.hasNext()) {
      array.add(element());
      path = Pointer.child(here, array.size());
    }
    path = here;
    reader.endArray();
    depth--;
    return array;
  }

  private void deeper() throws MalformedJsonException {
    if (++depth > DEEPEST) {
      throw new MalformedJsonException("objects and lists are nested more than 100 deep");
    }
  }

  private JsonElement number(String text) {
    if (text.length() > LONGEST_NUMBER || Double.isInfinite(Double.parseDouble(text))) {
      problem("this number is too large for a double");
      return new JsonPrimitive(0);
    }
    return new JsonPrimitive(exact(text));
  }

  private static Number exact(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) { // an exponent beyond int, of a number next to 0
      return Double.parseDouble(text);
    }
  }

  private void problem(String message) {
    Matcher place = PLACE.matcher(reader.toString());
    String prefix =
        place.find() ? "line " + place.group(1) + ", column " + place.group(2) + ": " : "";
    problems.add(new Problem(path, prefix + message));
  }

  /** Gson's reason without its place, which the problem has, and without its advice. */
  private static String reason(MalformedJsonException e) {
    String reason = PLACE.split(e.getMessage())[0];
    if (reason.startsWith("Use JsonReader") || reason.isEmpty()) {
      return "this is not JSON; see whether a quote, a comma or a value is missing here";
    }
    if (reason.startsWith("Unterminated object") || reason.startsWith("Unterminated array")) {
      return "a comma or a closing bracket is missing before this place";
    }
    if (reason.startsWith("Expected name")) {
      return "a key in quotes is missing here, or the comma before is too much";
    }
    return reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
  }
}
