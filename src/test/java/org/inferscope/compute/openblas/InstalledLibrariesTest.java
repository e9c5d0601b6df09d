package org.inferscope.compute.openblas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class InstalledLibrariesTest {
  private static final String PRELOAD = "org.bytedeco.javacpp.platform.preload";
  private static final String FOLDER = "/opt/inferscope/natives";

  private static Properties preferred(String... namesAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    InstalledLibraries.prefer(properties);
    return properties;
  }

  @Test
  void javaCppLooksInTheFolderFirstAndKeepsNoCopies() {
    assertThat(preferred("inferscope.openblas.path", FOLDER, "os.name", "Linux"))
        .containsEntry("org.bytedeco.javacpp.platform.linkpath", FOLDER)
        .containsEntry("org.bytedeco.javacpp.cachelibraries", "false")
        .containsEntry("org.bytedeco.javacpp.cancreatesymboliclink", "false")
        .containsEntry(
            PRELOAD,
            String.join(
                File.pathSeparator,
                "gcc_s@.1.1",
                "gcc_s@.1",
                "quadmath@.0",
                "gfortran@.5",
                "openblas_nolapack@.0"));
  }

  @Test
  void onWindowsOneLibraryIsAll() {
    assertThat(preferred("inferscope.openblas.path", FOLDER, "os.name", "Windows 11"))
        .containsEntry(PRELOAD, "libopenblas_nolapack");
  }

  @Test
  void nothingIsSetWhereNoFolderIsSaid() {
    assertThat(preferred("os.name", "Linux")).containsOnlyKeys("os.name");
  }

  @Test
  void whatTheUserHasSetStays() {
    String name = "org.bytedeco.javacpp.platform.linkpath";
    assertThat(preferred("inferscope.openblas.path", FOLDER, name, "elsewhere"))
        .containsEntry(name, "elsewhere");
  }
}
