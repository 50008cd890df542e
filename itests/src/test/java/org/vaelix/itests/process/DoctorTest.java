package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.itests.Packaged;
import org.vaelix.itests.PluginJar;
import org.vaelix.itests.broken.BlockingActivator;
import org.vaelix.itests.broken.FailingActivator;
import org.vaelix.itests.broken.Parts;

/** Plug-ins that are broken, one in each way: {@code doctor} has a sentence for each. */
class DoctorTest {
  private static final String SCHEDULE =
      "<service><provide interface=\"org.vaelix.core.training.ScheduleFactory\"/></service>";
  private static final String WORKING = Parts.Working.class.getName();

  @TempDir static Path folder;
  private static Path plugins;
  private static VaelixProcess.Result result;

  @BeforeAll
  static void breakPlugins() throws IOException {
    Path home = Files.createDirectory(folder.resolve("vaelix"));
    Packaged packaged = Packaged.directory().copyWithout("none", home);
    plugins = home.resolve("plugins");
    unresolved();
    conflict();
    activators();
    descriptions();
    components();
    parts();
    clashes();
    files();
    try (VaelixProcess doctor =
        VaelixProcess.startWith(
            "-Dvaelix.patience=1", packaged, folder, "doctor", "--json", "diagnosis.json")) {
      result = doctor.finish().expect(0);
    }
  }

  private static void write(PluginJar jar, String name) throws IOException {
    jar.write(plugins.resolve(name + ".jar"));
  }

  private static void unresolved() throws IOException {
    write(
        bundle("package.absent").header("Import-Package", "org.example.matrix;version=\"[1,2)\""),
        "a1");
    write(
        bundle("package.version")
            .header("Import-Package", "org.vaelix.core.part;version=\"[2.1,3)\""),
        "a2");
    write(bundle("bundle.absent").header("Require-Bundle", "org.example.b;bundle-version=3"), "a3");
    write(bundle("fragment").header("Fragment-Host", "org.example.host"), "a4");
    write(
        bundle("java.newer")
            .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""),
        "a5");
    write(bundle("follower").header("Require-Bundle", "package.absent"), "a6");
  }

  /** Two packages of one name that would meet in one bundle. */
  private static void conflict() throws IOException {
    String matrix = "org.example.uses.matrix";
    for (String version : new String[] {"1.0.0", "2.0.0"}) {
      write(
          new PluginJar("uses.matrix", version)
              .header("Export-Package", matrix + ";version=" + version),
          "a7-" + version);
    }
    write(
        bundle("uses.solver")
            .header("Import-Package", matrix + ";version=\"[1,2)\"")
            .header("Export-Package", "org.example.uses.solver;uses:=\"" + matrix + "\""),
        "a8");
    write(
        bundle("uses.conflict")
            .header("Import-Package", "org.example.uses.solver," + matrix + ";version=\"[2,3)\""),
        "a9");
  }

  private static PluginJar bundle(String name) {
    return new PluginJar(name, "1.0.0");
  }

  private static void activators() throws IOException {
    write(bundle("activator.absent").header("Bundle-Activator", "org.example.Activator"), "b1");
    write(
        bundle("activator.fails")
            .importsCore()
            .header("Bundle-Activator", FailingActivator.class.getName())
            .classes(FailingActivator.class),
        "b2");
    write(
        bundle("activator.blocks")
            .importsCore()
            .header("Bundle-Activator", BlockingActivator.class.getName())
            .classes(BlockingActivator.class),
        "b3");
  }

  private static void descriptions() throws IOException {
    write(bundle("description.absent").header("Service-Component", "OSGI-INF/part.xml"), "c1");
    write(
        bundle("description.malformed")
            .header("Service-Component", "OSGI-INF/part.xml")
            .file("OSGI-INF/part.xml", "<component name='a'>"),
        "c2");
    write(with(bundle("description.none").importsCore()), "c3");
    write(
        bundle("core.copied").file("org/vaelix/core/part/PartFactory.class", "not looked into"),
        "c4");
  }

  private static PluginJar with(PluginJar jar) throws IOException {
    return jar.classes(
        Parts.class,
        Parts.None.class,
        Parts.Working.class,
        Parts.Throwing.class,
        Parts.Blocking.class,
        Parts.Undecided.class,
        Parts.Deviceless.class);
  }

  private static PluginJar component(String name, String attributes, String content)
      throws IOException {
    return with(bundle(name).importsCore())
        .component(
            WORKING, attributes, content + SCHEDULE + PluginJar.property("vaelix.part.type", name));
  }

  private static void components() throws IOException {
    String waits = "<reference name=\"service\" interface=\"%s\"%s/>";
    write(component("waits", "", waits.formatted("org.example.Clock", "")), "d1");
    write(
        component(
            "waits.filtered",
            "",
            waits.formatted("org.vaelix.core.catalog.Catalog", " target=\"(remote=true)\"")),
        "d2");
    write(component("unconfigured", "configuration-policy=\"require\"", ""), "d3");
    write(component("disabled", "enabled=\"false\"", ""), "d4");
    write(
        bundle("class.absent")
            .importsCore()
            .component(
                "org.example.Absent",
                "",
                SCHEDULE + PluginJar.property("vaelix.part.type", "gone")),
        "d5");
  }

  private static void parts() throws IOException {
    write(with(PluginJar.part("throws", "1.0.0", Parts.Throwing.class, "throws")), "e1");
    write(with(PluginJar.part("blocks", "1.0.0", Parts.Blocking.class, "blocks")), "e2");
    write(with(PluginJar.part("undecided", "1.0.0", Parts.Undecided.class, "undecided")), "e3");
    write(
        PluginJar.part("unlinked", "1.0.0", Parts.Undecided.class, "unlinked")
            .classes(Parts.class, Parts.None.class, Parts.Undecided.class),
        "e4");
    write(with(bundle("untyped").importsCore()).component(WORKING, "", SCHEDULE), "e5");
    write(
        with(bundle("no.kind").importsCore())
            .component(
                WORKING,
                "",
                "<service><provide interface=\"org.vaelix.core.part.PartFactory\"/></service>"
                    + PluginJar.property("vaelix.part.type", "no-kind")),
        "e6");
    write(
        with(bundle("deviceless").importsCore())
            .component(
                Parts.Deviceless.class.getName(),
                "",
                "<service><provide interface=\"org.vaelix.core.backend.Backend\"/></service>"
                    + PluginJar.property("vaelix.part.type", "card")),
        "e7");
  }

  private static void clashes() throws IOException {
    write(with(PluginJar.part("ramp", "1.2.0", Parts.Working.class, "ramp")), "f1");
    write(with(PluginJar.part("ramp", "1.3.0", Parts.Working.class, "ramp")), "f2");
    write(with(PluginJar.part("ramp.other", "1.3.0", Parts.Working.class, "ramp")), "f3");
  }

  private static void files() throws IOException {
    Files.copy(plugins.resolve("f1.jar"), plugins.resolve("g1.jar"));
    byte[] whole = Files.readAllBytes(plugins.resolve("f1.jar"));
    Files.write(plugins.resolve("g2.jar"), Arrays.copyOf(whole, whole.length / 2));
    write(bundle("plain").header("Bundle-SymbolicName", null), "g3");
    Files.writeString(plugins.resolve("g4.jar"), "");
  }

  @Test
  void eachHasItsReason() throws IOException {
    Path expected = Path.of("src", "test", "resources", "doctor", "findings.txt");
    String found =
        result
            .out()
            .lines()
            .filter(line -> line.matches("\\S+( [0-9.]+)?: .*"))
            .map(line -> line.replaceFirst("\\[\\d+]$", "[ID]"))
            .map(line -> line.replaceFirst("(core-bundle) 0\\.\\S+", "$1 VERSION"))
            .map(line -> line.replaceFirst("Java \\d+\\)$", "Java RUNNING)"))
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));

    assertEquals(Files.readString(expected), found);
  }

  @Test
  void whatWorksIsListedBesideIt() {
    String bundle = "ramp +1\\.3\\.0 +active +0 +schedule ramp";
    String broken = "waits +1\\.0\\.0 +active +0";

    assertEquals(1, result.out().lines().filter(line -> line.matches(bundle)).count());
    assertEquals(1, result.out().lines().filter(line -> line.matches(broken)).count());
  }

  @Test
  void theFileSaysTheSame() throws IOException {
    JsonObject json =
        JsonParser.parseString(Files.readString(folder.resolve("diagnosis.json")))
            .getAsJsonObject();

    assertEquals(32, json.getAsJsonArray("findings").size());
    assertTrue(result.out().contains("\n32 findings.\n"), result.out());
    JsonObject first = json.getAsJsonArray("bundles").get(0).getAsJsonObject();
    assertEquals("activator.absent", first.get("bundle").getAsString());
    assertEquals("resolved", first.get("state").getAsString());
  }

  @Test
  void aHealthyFrameworkHasNoFinding() throws IOException {
    VaelixProcess.Result healthy = VaelixProcess.run(folder, "doctor").expect(0);

    assertTrue(healthy.out().endsWith("\nEverything is available.\n"), healthy.out());
    assertEquals("", healthy.err());
  }
}
