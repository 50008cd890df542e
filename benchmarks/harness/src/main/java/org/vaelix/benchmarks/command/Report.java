package org.vaelix.benchmarks.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vaelix.benchmarks.measure.Places;

/** What a sub-command found: printed, and written as Markdown and JSON. */
final class Report {
  private final StringBuilder text = new StringBuilder();
  private final JsonObject json = new JsonObject();
  private final JsonArray results = new JsonArray();
  private final PrintStream out;
  private final String name;

  Report(String name, PrintStream out) throws IOException {
    this.name = name;
    this.out = out;
    String machine = Machine.description();
    json.addProperty("machine", machine);
    json.add("results", results);
    say(machine + "\n");
  }

  /** Adds text to what is printed and to the Markdown. */
  void say(String paragraph) {
    out.println(paragraph);
    text.append(paragraph).append('\n');
  }

  /** Adds an entry to the JSON. */
  void add(JsonObject result) {
    results.add(result);
  }

  /** Writes both files. */
  void write(Places places) throws IOException {
    Path folder = Files.createDirectories(places.results());
    Files.writeString(folder.resolve(name + ".md"), text);
    String pretty = new GsonBuilder().setPrettyPrinting().create().toJson(json);
    Files.writeString(folder.resolve(name + ".json"), pretty + "\n");
    out.printf("written: %s.md and %s.json in %s%n", name, name, folder);
  }
}
