package org.vaelix.launcher.internal.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.xml.sax.SAXException;

/** Faults in how a bundle was packed, about which the components' runtime says nothing. */
final class DescriptionChecks {
  private static final String HEADER = "Service-Component";
  private static final String CORE = "org.vaelix.core-bundle";
  private static final String CORE_CLASS = "/org/vaelix/core/part/PartFactory.class";

  private DescriptionChecks() {}

  /** {@return a reason for each fault} */
  static Stream<String> reasons(Bundle bundle) {
    String header = bundle.getHeaders().get(HEADER);
    return Stream.concat(
        header == null ? nothing(bundle).stream() : descriptions(bundle, header),
        copiedCore(bundle).stream());
  }

  /**
   * A bundle of libraries has no component, but one that imports the core wants to offer a part.
   */
  private static Optional<String> nothing(Bundle bundle) {
    String imports = bundle.getHeaders().get(Constants.IMPORT_PACKAGE);
    boolean isPlugin = imports != null && imports.contains("org.vaelix.core.");
    return isPlugin && bundle.getHeaders().get(Constants.BUNDLE_ACTIVATOR) == null
        ? Optional.of(
            "offers nothing: its manifest has no Service-Component; pack it with bnd-maven-plugin")
        : Optional.empty();
  }

  private static Optional<String> copiedCore(Bundle bundle) {
    boolean isCopy = !CORE.equals(bundle.getSymbolicName()) && bundle.getEntry(CORE_CLASS) != null;
    return isCopy
        ? Optional.of(
            "contains a copy of org.vaelix.core, whose parts nobody sees; make core-bundle a"
                + " dependency of scope 'provided'")
        : Optional.empty();
  }

  private static Stream<String> descriptions(Bundle bundle, String header) {
    return Stream.of(header.split(","))
        .map(String::strip)
        .filter(path -> !path.contains("*") && !path.isEmpty())
        .flatMap(path -> fault(bundle, path).stream());
  }

  private static Optional<String> fault(Bundle bundle, String path) {
    URL entry = bundle.getEntry(path);
    if (entry == null) {
      return Optional.of("its component description " + path + " is missing");
    }
    try (InputStream bytes = entry.openStream()) {
      parser().parse(bytes);
      return Optional.empty();
    } catch (IOException | SAXException e) {
      return Optional.of(
          "its component description " + path + " cannot be read: " + e.getMessage());
    }
  }

  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setErrorHandler(null); // it would print
      return parser;
    } catch (ParserConfigurationException e) { // every Java platform has these features
      throw new IllegalStateException(e);
    }
  }
}
