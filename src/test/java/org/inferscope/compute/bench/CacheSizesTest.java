package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheSizesTest {
  @TempDir private Path folder;

  private void cache(int index, String level, String type, String size) throws IOException {
    Path cache = Files.createDirectory(folder.resolve("index" + index));
    Files.writeString(cache.resolve("level"), level + "\n");
    Files.writeString(cache.resolve("type"), type + "\n");
    Files.writeString(cache.resolve("size"), size + "\n");
  }

  @Test
  void areReadAsLinuxTellsThem() throws IOException {
    Files.writeString(folder.resolve("uevent"), "");
    cache(0, "1", "Data", "48K");
    cache(1, "1", "Instruction", "32K");
    cache(2, "2", "Unified", "2048K");
    cache(3, "3", "Unified", "33M");
    assertThat(CacheSizes.read(folder)).isEqualTo(new CacheSizes(2 << 20, 33 << 20, false));
  }

  @Test
  void areAssumedWhereOneIsMissingOrUnreadableOrThereIsNoFolder() throws IOException {
    CacheSizes usual = new CacheSizes(1 << 20, 16 << 20, true);
    assertThat(CacheSizes.read(folder.resolve("none"))).isEqualTo(usual);
    cache(2, "2", "Unified", "2048K");
    assertThat(CacheSizes.read(folder)).isEqualTo(usual);
    cache(3, "3", "Unified", "large");
    assertThat(CacheSizes.read(folder)).isEqualTo(usual);
  }
}
