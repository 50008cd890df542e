package org.vaelix.launcher.internal.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the files in the resource folder {@code new}: <code>{{name}}</code> becomes what is known
 * under that name.
 *
 * @param names what stands for what
 */
record Template(Map<String, String> names) {
  private static final String ROOT = "/new/";
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.]+)}}");

  Template {
    names = Map.copyOf(names);
  }

  /** {@return versions of what a project is built with, by name} */
  static Map<String, String> versions() {
    Map<String, String> versions = new HashMap<>();
    Properties properties = new Properties();
    try (InputStream in = open("versions.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    properties.forEach((name, version) -> versions.put((String) name, (String) version));
    return versions;
  }

  /** {@return the text of a file, filled} */
  String fill(String file) {
    Matcher places = PLACE.matcher(read(file));
    return places.replaceAll(place -> Matcher.quoteReplacement(value(file, place.group(1))));
  }

  private String value(String file, String name) {
    String value = names.get(name);
    if (value == null) {
      throw new IllegalStateException("the template " + file + " asks for an unknown " + name);
    }
    return value;
  }

  private static String read(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = Template.class.getResourceAsStream(ROOT + file);
    if (in == null) {
      throw new IOException("there is no template " + file);
    }
    return in;
  }
}
