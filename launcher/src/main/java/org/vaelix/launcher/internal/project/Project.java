package org.vaelix.launcher.internal.project;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.vaelix.launcher.command.CommandException;

/**
 * A Maven project of one part, which needs nothing of Vaelix but its published artifacts.
 *
 * @param kind of the part
 * @param name by which recipes, or the command line, call it
 * @param packageName of its one class
 */
public record Project(ProjectKind kind, String name, String packageName) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /**
   * Checks the names.
   *
   * @throws CommandException if one cannot be used
   */
  public Project {
    if (!NAME.matcher(name).matches()) {
      throw new CommandException(
          "'"
              + name
              + "' is no name for a part: write lower-case letters and digits in words joined by"
              + " hyphens, such as 'my-"
              + kind.label()
              + "'");
    }
    if (!SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
      throw new CommandException(
          "'" + packageName + "' is no name for a Java package; give another with --package");
    }
  }

  /** {@return the package of a part whose author names none} */
  public static String defaultPackage(String name) {
    return "org.example." + name.replace("-", "");
  }

  /** {@return the name of the part's class: {@code my-prior} and {@code my} are a MyPrior} */
  String className() {
    String camel = Stream.of(name.split("-")).map(Project::upper).collect(Collectors.joining());
    // A class Prior would hide the interface of that name.
    boolean isWhole = camel.endsWith(kind.suffix()) && !camel.equals(kind.suffix());
    return isWhole ? camel : camel + kind.suffix();
  }

  private static String upper(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** {@return texts by the path of the file within the project} */
  public Map<String, String> files() {
    String folder = packageName.replace('.', '/');
    String own = kind.label() + "/";
    Template template = new Template(names(folder));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", template.fill("project/pom.xml"));
    files.put("README.md", template.fill("project/README.md"));
    files.put(
        "src/main/java/" + folder + "/" + className() + ".java", template.fill(own + "Part.java"));
    files.put(
        "src/test/java/" + folder + "/" + className() + "Test.java",
        template.fill(own + "PartTest.java"));
    return files;
  }

  private Map<String, String> names(String folder) {
    Map<String, String> names = new HashMap<>(Template.versions());
    names.put("name", name);
    names.put("package", packageName);
    names.put("folder", folder);
    names.put("class", className());
    names.put("summary", kind.summary());
    Template inner = new Template(names);
    String dependencies = kind == ProjectKind.COMMAND ? inner.fill("command/dependencies.xml") : "";
    String use = inner.fill(kind.label() + "/use.md");
    names.put("dependencies", dependencies);
    names.put("use", use);
    return names;
  }
}
