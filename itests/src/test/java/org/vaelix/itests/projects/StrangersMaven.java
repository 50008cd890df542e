package org.vaelix.itests.projects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vaelix.itests.Packaged;

/**
 * Maven as a stranger runs it, offline, with a local repository that holds what {@code mvn install}
 * of this build would put there. Everything else is linked to from the repository that this build
 * itself uses, which is left as it is: a new project needs nothing that this build did not.
 *
 * @param repository the local repository
 */
record StrangersMaven(Path repository) implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 300;
  private static final String GROUP = "org/vaelix";

  /** {@return one whose local repository is made in an empty folder} */
  static StrangersMaven in(Path folder) throws IOException {
    Path ofThisBuild = Path.of(System.getProperty("vaelix.localRepository"));
    link(ofThisBuild, folder, "org");
    link(ofThisBuild.resolve("org"), Files.createDirectory(folder.resolve("org")), "vaelix");
    Path group = Files.createDirectory(folder.resolve(GROUP));
    Path root = Packaged.repository();
    publish(group, "vaelix", root.resolve("pom.xml"), "pom");
    for (String module : List.of("core-bundle", "testkit")) {
      publish(group, module, root.resolve(module).resolve("pom.xml"), "pom");
      String jar = module + "-" + version() + ".jar";
      publish(group, module, root.resolve(module).resolve("target").resolve(jar), "jar");
    }
    return new StrangersMaven(folder);
  }

  private static String version() {
    return System.getProperty("vaelix.version");
  }

  /** Links to all that a folder holds but for one name. */
  private static void link(Path from, Path to, String except) throws IOException {
    try (Stream<Path> all = Files.list(from)) {
      for (Path one : all.filter(path -> !path.endsWith(except)).toList()) {
        Files.createSymbolicLink(to.resolve(one.getFileName()), one.toAbsolutePath());
      }
    }
  }

  private static void publish(Path group, String artifact, Path file, String type)
      throws IOException {
    Path folder = Files.createDirectories(group.resolve(artifact).resolve(version()));
    Files.copy(file, folder.resolve(artifact + "-" + version() + "." + type));
  }

  /** Verifies a project; fails with all that Maven says unless that succeeds. */
  void verify(Path project) throws IOException, InterruptedException {
    run(project, "verify");
  }

  /** Packs a project that was changed, without its tests. */
  void repack(Path project) throws IOException, InterruptedException {
    run(project, "-DskipTests", "package");
  }

  private void run(Path project, String... goals) throws IOException, InterruptedException {
    Path said = project.resolve("said.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("vaelix.maven"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-o", "-Dmaven.repo.local=" + repository));
    // Whence this build downloaded something is not asked.
    command.add("-Dmaven.legacyLocalRepo=true");
    command.addAll(List.of(goals));
    Process process =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError("mvn " + String.join(" ", goals) + ": " + Files.readString(said));
    }
  }

  /** Removes the links, and nothing that they lead to. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(repository)) {
      for (Path link : all.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }
}
