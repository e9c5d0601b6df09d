package org.inferscope.io.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ToolkitSearchTest {
  private static final String[] LINUX = {
    "libcudart.so.11.0",
    "libcublas.so.11",
    "libcublasLt.so.11",
    "libcusolver.so.11",
    "libcusparse.so.11"
  };
  private static final String[] WINDOWS = {
    "cudart64_110.dll",
    "cublas64_11.dll",
    "cublasLt64_11.dll",
    "cusolver64_11.dll",
    "cusparse64_11.dll"
  };

  @TempDir private Path root;

  private Path folder(String path, String... files) throws IOException {
    Path folder = Files.createDirectories(root.resolve(path));
    for (String file : files) {
      Files.writeString(folder.resolve(file), file);
    }
    return folder;
  }

  private Toolkit linux(Map<String, String> environment) {
    return new ToolkitSearch(PackSystem.LINUX, environment, root).find();
  }

  private Toolkit windows(Map<String, String> environment) {
    return new ToolkitSearch(PackSystem.WINDOWS, environment, root).find();
  }

  @Test
  void withoutCudaAllIsMissing() {
    Toolkit none = linux(Map.of());
    assertThat(none.isComplete()).isFalse();
    assertThat(none.folders()).isEmpty();
    assertThat(none.missing()).containsExactly(LINUX);
    assertThat(windows(Map.of()).missing()).containsExactly(WINDOWS);
  }

  @Test
  void theNewestInstalledCuda11IsFound() throws IOException {
    folder("usr/local/cuda-11.2/lib64", LINUX);
    Path newest = folder("usr/local/cuda-11.10/lib64", LINUX);
    folder("usr/local/cuda-11.8/lib64", LINUX);
    folder("usr/local/cuda-12.4/lib64", LINUX);
    assertThat(linux(Map.of())).isEqualTo(new Toolkit(List.of(newest), List.of()));
  }

  @Test
  void aCuda12AloneIsNone() throws IOException {
    folder("usr/local/cuda-12.4/lib64", "libcudart.so.12", "libcublas.so.12");
    assertThat(linux(Map.of()).missing()).containsExactly(LINUX);
  }

  @Test
  void cudaPathComesFirst() throws IOException {
    folder("usr/local/cuda-11.8/lib64", LINUX);
    Path own = folder("opt/cuda/lib64", LINUX);
    assertThat(linux(Map.of("CUDA_PATH", root.resolve("opt/cuda").toString())).folders())
        .containsExactly(own);
    assertThat(linux(Map.of("CUDA_HOME", root.resolve("opt/cuda").toString())).folders())
        .containsExactly(own);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its paths have colons")
  void theLinkersPathsAreLookedThrough() throws IOException {
    Path listed = folder("opt/listed", LINUX);
    assertThat(linux(Map.of("LD_LIBRARY_PATH", "/none::" + listed + ":relative")).folders())
        .containsExactly(listed);
    folder("etc/ld.so.conf.d");
    Files.writeString(root.resolve("etc/ld.so.conf.d/cuda.conf"), "# CUDA\n/opt/listed\n");
    assertThat(linux(Map.of()).folders()).containsExactly(listed);
    Files.delete(root.resolve("etc/ld.so.conf.d/cuda.conf"));
    assertThat(linux(Map.of()).isComplete()).isFalse();
    Path system = folder("usr/lib/x86_64-linux-gnu", LINUX);
    assertThat(linux(Map.of()).folders()).containsExactly(system);
  }

  @Test
  void librariesInSeveralFoldersAddUpAndAMissingOneIsNamed() throws IOException {
    Path first = folder("usr/local/cuda-11.6/lib64", LINUX[0], LINUX[1], LINUX[2]);
    Path second = folder("usr/lib64", LINUX[3]);
    assertThat(linux(Map.of()))
        .isEqualTo(new Toolkit(List.of(first, second), List.of("libcusparse.so.11")));
    folder("usr/lib64", LINUX[4]);
    assertThat(linux(Map.of())).isEqualTo(new Toolkit(List.of(first, second), List.of()));
  }

  @Test
  void aFolderWithAllIsPreferredToSeveralWithSome() throws IOException {
    folder("usr/local/cuda-11.8/lib64", LINUX[0]);
    Path whole = folder("usr/local/cuda-11.6/targets/x86_64-linux/lib", LINUX);
    assertThat(linux(Map.of()).folders()).containsExactly(whole);
  }

  @Test
  void onWindowsTheVariablesOfTheInstallerAndThePathAreLookedThrough() throws IOException {
    Path bin = folder("v11.6/bin", WINDOWS);
    String home = root.resolve("v11.6").toString();
    folder("v12.4/bin", "cudart64_12.dll");
    assertThat(windows(Map.of("CUDA_PATH", home)).folders()).containsExactly(bin);
    assertThat(
            windows(Map.of("CUDA_PATH", root.resolve("v12.4").toString(), "CUDA_PATH_V11_6", home))
                .folders())
        .containsExactly(bin);
    assertThat(windows(Map.of("Path", "relative;" + bin + ";")).folders()).containsExactly(bin);
    assertThat(windows(Map.of("CUDA_PATH_V12_4", home)).isComplete()).isFalse();
  }

  @Test
  void nonsenseInTheEnvironmentIsLeftOut() {
    Toolkit none = linux(Map.of("CUDA_PATH", "\0", "LD_LIBRARY_PATH", ":\0:", "CUDA_HOME", ""));
    assertThat(none.isComplete()).isFalse();
  }
}
