package org.vaelix.launcher.internal.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** In a real framework, since it is the framework that reads manifests. */
class MissingTest {
  @TempDir Path folder;
  private Framework framework;

  @BeforeEach
  void start() throws BundleException {
    Map<String, String> settings =
        Map.of(
            Constants.FRAMEWORK_STORAGE,
            folder.resolve("storage").toString(),
            "felix.log.level",
            "0");
    framework =
        ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(settings);
    framework.start();
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  @Test
  void namesPackagesThatNobodyOffersButNotOptionalOnes() throws Exception {
    Bundle bundle =
        install(
            "a",
            Constants.IMPORT_PACKAGE,
            "org.foo;version=\"[1,2)\",org.bar,org.osgi.framework,org.opt;resolution:=optional",
            Constants.DYNAMICIMPORT_PACKAGE,
            "org.dynamic");
    assertEquals(
        "it needs package org.foo [1.0.0,2.0.0) (no bundle offers it), package org.bar (no bundle"
            + " offers it)",
        explain(bundle));
  }

  @Test
  void aBundleThatOffersButDoesNotStartIsNamed() throws Exception {
    install("broken", Constants.IMPORT_PACKAGE, "org.foo", Constants.EXPORT_PACKAGE, "org.good");
    Bundle bundle = install("a", Constants.IMPORT_PACKAGE, "org.good");
    assertEquals("it needs broken (which does not start)", explain(bundle));
  }

  @Test
  void aWrongVersionIsMissing() throws Exception {
    install("old", Constants.EXPORT_PACKAGE, "org.good;version=1.5").start();
    Bundle bundle = install("a", Constants.IMPORT_PACKAGE, "org.good;version=\"[2,3)\"");
    assertEquals(
        "it needs package org.good [2.0.0,3.0.0) (old 0.0.0 offers version 1.5.0)",
        explain(bundle));
  }

  @Test
  void anActivatorThatFailsSpeaksForItself() throws Exception {
    Bundle bundle = install("a", Constants.BUNDLE_ACTIVATOR, "org.foo.Absent");
    assertEquals("org.foo.Absent not found by a [1]", explain(bundle));
  }

  private String explain(Bundle bundle) {
    BundleException failure = assertThrows(BundleException.class, bundle::start);
    return Missing.explain(bundle, framework.getBundleContext().getBundles(), failure);
  }

  private Bundle install(String name, String... headers) throws IOException, BundleException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
    for (int i = 0; i < headers.length; i += 2) {
      attributes.putValue(headers[i], headers[i + 1]);
    }
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
    BundleContext context = framework.getBundleContext();
    return context.installBundle("reference:" + jar.toUri());
  }
}
