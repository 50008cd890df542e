package org.vaelix.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.vaelix.core.training.ScheduleFactory;

/** A plug-in that is packed by hand, so that it can be broken in any way. */
public final class PluginJar {
  private static final String COMPONENT = "OSGI-INF/part.xml";

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** A bundle without content that imports what parts need. */
  public PluginJar(String name, String version) {
    header("Bundle-ManifestVersion", "2");
    header("Bundle-SymbolicName", name);
    header("Bundle-Version", version);
  }

  /** {@return a bundle with a part that is a component of this class} */
  public static PluginJar part(String name, String version, Class<?> factory, String type) {
    return part(name, version, ScheduleFactory.class, factory, type);
  }

  /** {@return a bundle with a part of a kind that is a component of this class} */
  public static PluginJar part(
      String name, String version, Class<?> kindOfFactory, Class<?> factory, String type) {
    String kind = "<service><provide interface=\"" + kindOfFactory.getName() + "\"/></service>";
    return new PluginJar(name, version)
        .importsCore()
        .component(factory.getName(), "", kind + property("vaelix.part.type", type));
  }

  /** {@return a property of a component} */
  public static String property(String name, String value) {
    return "<property name=\"" + name + "\" value=\"" + value + "\"/>";
  }

  /** Sets a header, or removes it if there is no value. */
  public PluginJar header(String name, String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    return this;
  }

  /** Imports what {@code broken.Parts} needs. */
  public PluginJar importsCore() {
    return header(
        "Import-Package",
        "org.osgi.framework,org.vaelix.core.backend,org.vaelix.core.graph,org.vaelix.core.model,"
            + "org.vaelix.core.part,org.vaelix.core.training");
  }

  /** Adds a file. */
  public PluginJar file(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds a class of the tests with those that are nested in the same file. */
  public PluginJar classes(Class<?> top, Class<?>... nested) throws IOException {
    addClass(top);
    for (Class<?> type : nested) {
      addClass(type);
    }
    return this;
  }

  private void addClass(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
      files.put(name, bytes.readAllBytes());
    }
  }

  /** Describes a component: its class, more attributes, and what is within the element. */
  public PluginJar component(String type, String attributes, String content) {
    header("Service-Component", COMPONENT);
    return file(
        COMPONENT,
        "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\""
            + headers.get("Bundle-SymbolicName")
            + "\" "
            + attributes
            + "><implementation class=\""
            + type
            + "\"/>"
            + content
            + "</scr:component>");
  }

  /** Writes the jar. {@return its file} */
  public Path write(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(main::putValue);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, byte[]> entry : files.entrySet()) {
        entries.putNextEntry(new JarEntry(entry.getKey()));
        entries.write(entry.getValue());
      }
    }
    return file;
  }
}
