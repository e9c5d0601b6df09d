package org.inferscope.compute.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lwjgl.opencl.CL;
import org.lwjgl.system.Library;
import org.slf4j.Logger;

/** OpenCL that is missing or broken ends in a sentence. */
@EnabledOnOs(OS.LINUX)
class BrokenOpenClTest {
  @TempDir Path folder;

  @Test
  void aMissingLibraryIsToldInASentence() throws Exception {
    assertThat(list("-Dorg.lwjgl.opencl.libname=nowhere-to-be-found"))
        .contains("listed 0 OpenCL is not installed here");
  }

  @Test
  void noDriverIsToldInASentence() throws Exception {
    assertThat(list("-Dunused=1")).contains("listed 0 OpenCL is installed, but no driver");
  }

  @Test
  void aDriverThatCannotBeLoadedIsToldInASentence() throws Exception {
    Files.writeString(folder.resolve("broken.icd"), folder.resolve("nothing.so") + "\n");
    Files.writeString(folder.resolve("garbage.icd"), folder.resolve("garbage.icd") + "\n");
    assertThat(list("-Dunused=1")).contains("listed 0 OpenCL is installed, but no driver");
  }

  @Test
  void aLibraryOfOurOwnThatCannotBeLoadedIsNotMistakenForOpenCl() throws Exception {
    Files.writeString(folder.resolve("liblwjgl.so"), "no library");
    assertThat(list("-Dorg.lwjgl.librarypath=" + folder, false))
        .contains("listed 0 OpenCL can't be called from here: Inferscope's own library for that")
        .contains(folder.resolve("liblwjgl.so").toString());
  }

  private String list(String option) throws Exception {
    return list(option, true);
  }

  private String list(String option, boolean withNatives) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(), "-Duser.language=en", option, ListingProcess.class.getName());
    builder.environment().put("CLASSPATH", classPath(withNatives));
    builder.environment().put("OCL_ICD_VENDORS", folder + "/");
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    Process child = builder.start();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  /** From where things lie, since the launchers of tests hide their class paths. */
  private static String classPath(boolean withNatives) throws Exception {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> type :
        List.of(
            ListingProcess.class,
            OpenClDevices.class,
            CL.class,
            Library.class,
            Logger.class,
            NullMarked.class)) {
      places.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    for (URL manifest : Collections.list(CL.class.getClassLoader().getResources("linux/"))) {
      String jar = manifest.getPath().replaceFirst("!.*", "");
      if (withNatives && jar.contains("lwjgl")) {
        places.add(Path.of(URI.create(jar)).toString());
      }
    }
    return String.join(File.pathSeparator, places);
  }
}
