package org.vaelix.core.internal.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaelix.core.catalog.Origin;

class OriginsTest {
  @TempDir Path folder;

  /** The digest of "abc" is an example of FIPS 180-4. */
  @Test
  void hashesFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("a b.jar"), "abc");
    String digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertEquals(digest, Origins.sha256(file));
    assertEquals(file, Origins.file(file.toUri().toString()));
    assertEquals(file, Origins.file("reference:" + file.toUri()));
    assertEquals(file, Origins.file("file:" + file));
    assertEquals("", Origins.sha256(folder));
    assertEquals("", Origins.sha256(folder.resolve("absent")));
  }

  @Test
  void aLocationThatIsNoFileHasNone() {
    assertNull(Origins.file("mvn:org.example/a/1.0"));
    assertNull(Origins.file("System Bundle"));
    assertNull(Origins.file(""));
    assertEquals("", Origins.sha256(null));
  }

  @Test
  void readsNameAndVersionOfAJar() {
    Origin gson = Origins.of(Gson.class);
    String version = gson.bundle().replaceAll("gson-(.*)\\.jar", "$1");
    assertEquals(version, gson.version());
    assertEquals(64, gson.sha256().length());
  }

  @Test
  void classesOfThePlatformHaveNoOrigin() {
    assertEquals(new Origin("unknown", "unknown", ""), Origins.of(String.class));
  }
}
