package org.vaelix.core.internal.recipe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vaelix.core.recipe.Problem;
import org.vaelix.core.recipe.RecipeException;

/** Reads the files in which recipes are. */
public final class Documents {
  private static final long LARGEST = 10_000_000;

  private Documents() {}

  /**
   * {@return the object in a file}
   *
   * @param file strict JSON in UTF-8
   * @param source what messages call it
   * @throws RecipeException if it cannot be read
   */
  public static JsonObject read(Path file, String source) {
    List<Problem> problems = new ArrayList<>();
    JsonElement document = StrictJson.parse(text(file, source), problems);
    if (problems.isEmpty() && !document.isJsonObject()) {
      problems.add(new Problem("", "a recipe is a JSON object, in braces"));
    }
    if (!problems.isEmpty()) {
      throw new RecipeException(source, problems);
    }
    return document.getAsJsonObject();
  }

  private static String text(Path file, String source) {
    try {
      if (Files.isDirectory(file)) {
        throw refusal(source, "is a folder; name the recipe's file");
      }
      if (Files.size(file) > LARGEST) {
        throw refusal(source, "is larger than 10 MB, which no recipe is");
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (NoSuchFileException e) {
      throw refusal(source, "there is no such file: " + file.toAbsolutePath());
    } catch (CharacterCodingException e) {
      throw refusal(source, "is not text in UTF-8");
    } catch (IOException e) {
      throw refusal(source, "cannot be read: " + e.getMessage());
    }
  }

  private static RecipeException refusal(String source, String message) {
    return new RecipeException(source, List.of(new Problem("", message)));
  }

  /**
   * {@return the defaults of a recipe's top level}
   *
   * @param source the file's name, after which the experiment is named
   */
  public static JsonObject defaults(String source) {
    String name =
        source
            .replaceFirst("\\.json$", "")
            .replaceAll("[^A-Za-z0-9._-]", "-")
            .replaceFirst("^[^A-Za-z0-9]+", "");
    JsonObject defaults = new JsonObject();
    defaults.addProperty("name", name.isEmpty() ? "recipe" : name);
    defaults.addProperty("seed", 0);
    defaults.add("conditions", new JsonArray());
    return defaults;
  }

  /**
   * {@return problems in the order in which their places are in a document}
   *
   * @param problems in any order
   * @param document in which they are
   */
  public static List<Problem> sorted(List<Problem> problems, JsonElement document) {
    return Pointer.sorted(problems, document);
  }
}
