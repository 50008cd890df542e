package org.vaelix.itests.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.vaelix.itests.Packaged;

/** What the bundles of the packaged directory are to each other, seen by a real framework. */
class BundlesTest {
  private static final String CORE = "org.vaelix.core-bundle";
  private static final String LAUNCHER = "org.vaelix.launcher";
  private static final Version API = new Version("0.1.0");
  private static final Pattern IMPORTED =
      Pattern.compile("\\(" + PackageNamespace.PACKAGE_NAMESPACE + "=([^)]+)\\)");

  @TempDir static Path folder;
  private static PackagedFramework framework;

  @BeforeAll
  static void boot() throws Exception {
    framework = new PackagedFramework(Packaged.directory(), folder.resolve("storage"));
  }

  @AfterAll
  static void stop() throws Exception {
    framework.close();
  }

  @Test
  void allBundlesAreActive() {
    List<String> idle =
        framework.bundles().stream()
            .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
            .map(Bundle::getSymbolicName)
            .toList();

    assertEquals(List.of(), idle);
  }

  @Test
  @SuppressWarnings("unchecked")
  void everyPartIsThereWithItsBundleAndVersion() throws Exception {
    framework.add(ProbeBundle.in(folder));
    var parts = (Supplier<List<String>>) framework.service(Probe.PARTS);

    List<String> expected =
        List.of(
            "analysis/identifiability analysis-bundle",
            "analysis/information analysis-bundle",
            "analysis/invariance analysis-bundle",
            "analysis/kl-decomposition analysis-bundle",
            "architecture/convolutional architectures-bundle",
            "architecture/mlp architectures-bundle",
            "architecture/recurrent architectures-bundle",
            "architecture/unet architectures-bundle",
            "backend/cpu cpu-backend-bundle",
            "backend/reference core-bundle",
            "data/csv data-bundle",
            "data/hdf5 data-bundle",
            "data/linear-gaussian data-bundle",
            "data/lorenz-spikes data-bundle",
            "data/npy data-bundle",
            "data/npz data-bundle",
            "data/shapes data-bundle",
            "likelihood/bernoulli likelihoods-bundle",
            "likelihood/binomial likelihoods-bundle",
            "likelihood/categorical likelihoods-bundle",
            "likelihood/continuous-bernoulli likelihoods-bundle",
            "likelihood/gamma likelihoods-bundle",
            "likelihood/gaussian likelihoods-bundle",
            "likelihood/laplace likelihoods-bundle",
            "likelihood/log-normal likelihoods-bundle",
            "likelihood/mixed likelihoods-bundle",
            "likelihood/negative-binomial likelihoods-bundle",
            "likelihood/poisson likelihoods-bundle",
            "likelihood/student-t likelihoods-bundle",
            "likelihood/zero-inflated-gamma likelihoods-bundle",
            "likelihood/zero-inflated-negative-binomial likelihoods-bundle",
            "likelihood/zero-inflated-poisson likelihoods-bundle",
            "model/autoencoder models-bundle",
            "model/vae models-bundle",
            "objective/elbo models-bundle",
            "optimiser/adam models-bundle",
            "optimiser/sgd models-bundle",
            "posterior/diagonal-gaussian priors-bundle",
            "posterior/full-gaussian priors-bundle",
            "posterior/inverse-autoregressive-flow priors-bundle",
            "posterior/low-rank-gaussian priors-bundle",
            "prior/anisotropic-gaussian priors-bundle",
            "prior/autoregressive priors-bundle",
            "prior/conditional-gaussian priors-bundle",
            "prior/isotropic-gaussian priors-bundle",
            "prior/laplace priors-bundle",
            "prior/mixture-of-gaussians priors-bundle",
            "prior/normalizing-flow priors-bundle",
            "prior/student-t priors-bundle",
            "prior/vamp priors-bundle",
            "schedule/constant models-bundle",
            "schedule/linear models-bundle");
    List<String> found =
        parts.get().stream()
            .map(part -> part.replaceFirst("org\\.vaelix\\.(\\S+) 0\\.1\\.0\\S*$", "$1"))
            .toList();
    assertTrue(found.containsAll(expected), () -> missing(expected, found));
  }

  private static String missing(List<String> expected, List<String> found) {
    List<String> missing = new ArrayList<>(expected);
    missing.removeAll(found);
    return "missing: " + missing + " in " + found;
  }

  @Test
  void noPackageIsSplit() {
    Map<String, List<String>> owners = new TreeMap<>();
    for (Bundle bundle : framework.bundles()) {
      contained(bundle)
          .forEach(
              name ->
                  owners
                      .computeIfAbsent(name, n -> new ArrayList<>())
                      .add(bundle.getSymbolicName()));
    }
    owners.values().removeIf(bundles -> bundles.size() == 1);

    assertEquals(Map.of(), owners);
  }

  @Test
  void partBundlesSeeOnlyTheCoreTheJdkAndOsgi() {
    for (Bundle bundle : vaelix()) {
      if (!Set.of(CORE, LAUNCHER).contains(bundle.getSymbolicName())) {
        List<String> others =
            imports(bundle).stream()
                .filter(name -> !name.matches("(org\\.vaelix\\.core|java|jdk|org\\.osgi)\\..*"))
                .toList();
        assertEquals(List.of(), others, bundle.getSymbolicName());
      }
    }
  }

  @Test
  void theCoreSeesOnlyGsonAndOsgi() {
    Bundle core = framework.bundle("core-bundle");
    List<String> others =
        imports(core).stream()
            .filter(name -> !name.matches("(com\\.google\\.gson|java|org\\.osgi)(\\..*)?"))
            // A bundle that exports a package may import it, too, to share it with a newer one.
            .filter(name -> !exports(core).containsKey(name))
            .toList();

    assertEquals(List.of(), others);
  }

  @Test
  void whatIsExportedHasAVersionAndIsNotInternal() {
    for (Bundle bundle : vaelix()) {
      exports(bundle)
          .forEach(
              (name, version) -> {
                assertEquals(API, version, name);
                assertTrue(!name.contains("internal"), name);
              });
    }
    assertTrue(exports(framework.bundle("core-bundle")).containsKey("org.vaelix.core.graph"));
  }

  @Test
  void everyPackageOfTheCoreIsExportedOrInternal() {
    Bundle core = framework.bundle("core-bundle");
    Set<String> hidden = contained(core);
    hidden.removeAll(exports(core).keySet());
    hidden.removeIf(name -> name.startsWith("org.vaelix.core.internal."));

    assertEquals(Set.of(), hidden);
  }

  private static List<Bundle> vaelix() {
    return framework.bundles().stream()
        .filter(bundle -> bundle.getSymbolicName().startsWith("org.vaelix."))
        .toList();
  }

  /** The packages that have classes in a bundle. */
  private static Set<String> contained(Bundle bundle) {
    return Collections.list(bundle.findEntries("/", "*.class", true)).stream()
        .map(url -> url.getPath().substring(1))
        .filter(path -> path.contains("/") && !path.startsWith("META-INF/"))
        .map(path -> path.substring(0, path.lastIndexOf('/')).replace('/', '.'))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> imports(Bundle bundle) {
    Set<String> names = new LinkedHashSet<>();
    bundle
        .adapt(BundleRevision.class)
        .getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE)
        .forEach(
            requirement -> {
              String filter = requirement.getDirectives().get(Constants.FILTER_DIRECTIVE);
              Matcher matcher = IMPORTED.matcher(filter);
              assertTrue(matcher.find(), filter);
              names.add(matcher.group(1));
            });
    return names;
  }

  private static Map<String, Version> exports(Bundle bundle) {
    Map<String, Version> versions = new TreeMap<>();
    bundle
        .adapt(BundleRevision.class)
        .getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
        .forEach(
            capability ->
                versions.put(
                    (String) capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE),
                    (Version)
                        capability
                            .getAttributes()
                            .get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE)));
    return versions;
  }
}
