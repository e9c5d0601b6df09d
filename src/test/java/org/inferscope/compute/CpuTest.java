package org.inferscope.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuTest {
  @TempDir Path folder;

  @Test
  void linuxNamesTheModelInAFile() throws IOException {
    Path file = folder.resolve("cpuinfo");
    Files.writeString(
        file, "vendor_id\t: X\nmodel name\t: Some  CPU @ 2GHz\nmodel name\t: other\n");
    assertThat(Cpu.name(file, "windows", "amd64")).isEqualTo("Some CPU @ 2GHz");
  }

  @Test
  void windowsNamesItInAVariable() {
    assertThat(Cpu.name(folder.resolve("none"), "Intel64 Family 6", "amd64"))
        .isEqualTo("Intel64 Family 6");
  }

  @Test
  void elsewhereTheArchitectureHasToDo() throws IOException {
    Path armFile = folder.resolve("cpuinfo");
    Files.writeString(armFile, "processor\t: 0\nBogoMIPS\t: 50\n");
    assertThat(Cpu.name(armFile, null, "aarch64")).isEqualTo("aarch64");
  }
}
