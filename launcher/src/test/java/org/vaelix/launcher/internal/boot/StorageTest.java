package org.vaelix.launcher.internal.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
  @TempDir Path parent;

  @Test
  void eachProcessHasItsOwnAndRemovesIt() throws IOException {
    try (Storage one = Storage.create(parent);
        Storage other = Storage.create(parent)) {
      assertNotEquals(one.folder(), other.folder());
      Files.createDirectories(one.folder().resolve("bundle1/data"));
      Files.writeString(one.folder().resolve("bundle1/data/file"), "x");
    }
    assertEquals(0, parent.toFile().list().length);
  }

  @Test
  void whatAKilledProcessLeftIsRemovedButNothingYoung() throws IOException {
    Path old = abandoned("vaelix-framework-old", Duration.ofHours(2));
    Path young = abandoned("vaelix-framework-young", Duration.ofMinutes(1));
    Path foreign = abandoned("other", Duration.ofHours(2));
    Storage.create(parent).close();
    assertTrue(Files.notExists(old));
    assertTrue(Files.exists(young));
    assertTrue(Files.exists(foreign));
  }

  @Test
  void closingTwiceDoesNothing() {
    Storage storage = Storage.create(parent);
    storage.close();
    storage.close();
    assertEquals(0, parent.toFile().list().length);
  }

  @Test
  void aFolderThatCannotBeUsedIsNamed() {
    Path missing = parent.resolve("missing");
    BootException e = assertThrows(BootException.class, () -> Storage.create(missing));
    assertTrue(e.getMessage().contains(missing.toString()), e.getMessage());
  }

  private Path abandoned(String name, Duration age) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(name));
    Files.createFile(folder.resolve("lock"));
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(age)));
    return folder;
  }
}
