package org.vaelix.core.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.part.PartFactory;
import org.vaelix.core.part.PartKind;
import org.vaelix.core.training.Schedule;
import org.vaelix.core.training.ScheduleFactory;

/** The catalog in a real framework, with bundles that are made here. */
class ServiceCatalogTest {
  @TempDir Path folder;
  private Framework framework;
  private BundleContext context;
  private ServiceCatalog catalog;

  @BeforeEach
  void start() throws BundleException, InvalidSyntaxException {
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString(),
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, getClass().getPackageName()));
    framework.start();
    context = framework.getBundleContext();
    catalog = new ServiceCatalog(context);
  }

  @AfterEach
  void stop() throws BundleException, InterruptedException {
    catalog.stop();
    framework.stop();
    framework.waitForStop(10_000);
  }

  record None() {}

  static final class Flat implements ScheduleFactory<None> {
    @Override
    public None defaults() {
      return new None();
    }

    @Override
    public Schedule create(None config) {
      return Schedule.constant(1);
    }
  }

  /** A kind of part that the core does not know. */
  @PartKind("metric")
  public interface MetricFactory extends PartFactory<None> {}

  static final class Accuracy implements MetricFactory {
    @Override
    public None defaults() {
      return new None();
    }
  }

  /** Makes its service when it is asked for it, as Declarative Services does, and counts. */
  static final class Counting implements ServiceFactory<Object> {
    private int made;
    private int returned;

    @Override
    public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
      made++;
      return new Flat();
    }

    @Override
    public void ungetService(
        Bundle bundle, ServiceRegistration<Object> registration, Object service) {
      returned++;
    }
  }

  private static Dictionary<String, Object> named(String type) {
    return new Hashtable<>(Map.of(ServiceCatalog.TYPE, type));
  }

  private static ServiceRegistration<?> register(
      BundleContext owner, Class<?> as, String type, Object service) {
    return owner.registerService(as.getName(), service, named(type));
  }

  private Bundle install(String name, String version) throws IOException, BundleException {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    headers.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
    headers.putValue(Constants.BUNDLE_VERSION, version);
    headers.putValue(Constants.IMPORT_PACKAGE, getClass().getPackageName());
    Path jar = folder.resolve(name + "-" + version + ".jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    Bundle bundle = context.installBundle(jar.toUri().toString());
    bundle.start();
    return bundle;
  }

  private List<String> types() {
    return catalog.parts().stream().map(part -> part.kind() + "/" + part.type()).toList();
  }

  @Test
  void followsServicesAsTheyComeAndGo() {
    assertEquals(List.of(), types());
    ServiceRegistration<?> flat = register(context, ScheduleFactory.class, "flat", new Flat());
    register(context, ScheduleFactory.class, "even", new Flat());
    register(context, Runnable.class, "no part", (Runnable) () -> {});
    List<PartReference> before = catalog.parts();
    assertEquals(List.of("schedule/even", "schedule/flat"), types());
    flat.setProperties(named("constant"));
    assertEquals(List.of("schedule/constant", "schedule/even"), types());
    flat.unregister();
    assertEquals(List.of("schedule/even"), types());
    assertEquals(2, before.size());
  }

  @Test
  void findsServicesThatWereThereBefore() throws InvalidSyntaxException {
    register(context, ScheduleFactory.class, "flat", new Flat());
    ServiceCatalog late = new ServiceCatalog(context);
    assertEquals(1, late.parts().size());
    late.stop();
    assertEquals(0, late.parts().size());
  }

  @Test
  void makesAPartWhenItIsLeasedAndReturnsItOnce() {
    Counting counting = new Counting();
    register(context, ScheduleFactory.class, "flat", counting);
    PartReference part = catalog.find("schedule", "flat").orElseThrow();
    assertEquals(0, counting.made);
    Lease first = part.lease();
    Lease second = part.lease();
    assertEquals(List.of(part, part), catalog.leased());
    assertEquals(1, counting.made);
    assertSame(first.factory(), second.factory());
    first.close();
    first.close();
    assertEquals(0, counting.returned);
    second.close();
    assertEquals(1, counting.returned);
  }

  @Test
  void aLeaseOutlivesItsBundleButNoNewOneIsGiven() throws Exception {
    Bundle bundle = install("org.example.flat", "1.2.3");
    register(bundle.getBundleContext(), ScheduleFactory.class, "flat", new Flat());
    PartReference part = catalog.find("schedule", "flat").orElseThrow();
    Lease lease = part.lease();
    bundle.uninstall();
    assertEquals(List.of(), types());
    assertInstanceOf(Flat.class, lease.factory());
    assertEquals(List.of(part), catalog.leased());
    lease.close();
    assertEquals(List.of(), catalog.leased());
    assertEquals(
        "schedule 'flat' from org.example.flat 1.2.3 cannot be had: its bundle has been stopped or"
            + " removed; start or install it",
        assertThrows(CatalogException.class, part::lease).getMessage());
  }

  @Test
  void aPartThatDoesNotStartIsNamed() {
    ServiceFactory<Object> failing =
        new ServiceFactory<>() {
          @Override
          public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
            throw new IllegalStateException("no licence");
          }

          @Override
          public void ungetService(Bundle b, ServiceRegistration<Object> r, Object service) {}
        };
    register(context, ScheduleFactory.class, "flat", failing);
    PartReference part = catalog.find("schedule", "flat").orElseThrow();
    assertEquals(
        "schedule 'flat' from org.apache.felix.framework "
            + context.getBundle().getVersion()
            + " cannot be had: its component does not start; the framework's log says why",
        assertThrows(CatalogException.class, part::lease).getMessage());
  }

  @Test
  void theNewestBundleComesFirst() throws Exception {
    List<String> installed = new ArrayList<>(List.of("1.9.0", "1.10.0", "1.2.0"));
    for (String version : installed) {
      Bundle bundle = install("org.example.flat", version);
      register(bundle.getBundleContext(), ScheduleFactory.class, "flat", new Flat());
    }
    List<String> found = catalog.parts().stream().map(part -> part.origin().version()).toList();
    assertEquals(List.of("1.10.0", "1.9.0", "1.2.0"), found);
    assertEquals("1.10.0", catalog.find("schedule", "flat").orElseThrow().origin().version());
  }

  @Test
  void theOriginHasTheHashOfTheBundle() throws Exception {
    Bundle bundle = install("org.example.flat", "1.0.0");
    register(bundle.getBundleContext(), ScheduleFactory.class, "flat", new Flat());
    assertEquals(
        Origins.sha256(folder.resolve("org.example.flat-1.0.0.jar")),
        catalog.parts().get(0).origin().sha256());
  }

  @Test
  void knowsKindsOfOtherBundles() throws Exception {
    Bundle bundle = install("org.example.metrics", "1.0.0");
    register(bundle.getBundleContext(), MetricFactory.class, "accuracy", new Accuracy());
    assertEquals(List.of("metric/accuracy"), types());
  }

  @Test
  void manyThreadsLeaveAConsistentList() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String type = "part" + i;
      threads.add(
          new Thread(
              () -> {
                for (int round = 0; round < 100; round++) {
                  register(context, ScheduleFactory.class, type, new Flat()).unregister();
                }
                register(context, ScheduleFactory.class, type, new Flat());
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(
        List.of("schedule/part0", "schedule/part1", "schedule/part2", "schedule/part3"), types());
  }
}
