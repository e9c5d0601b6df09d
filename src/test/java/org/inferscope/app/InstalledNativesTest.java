package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipOutputStream;
import org.inferscope.Main;
import org.inferscope.io.UserFolders;
import org.inferscope.support.ChildJvm;
import org.inferscope.support.TestClassPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up layout: a jar, with or without the folder of native libraries beside it. */
class InstalledNativesTest {
  @TempDir private Path folder;

  private Path jar() throws Exception {
    Path jar = folder.resolve("inferscope.jar");
    new ZipOutputStream(Files.newOutputStream(jar)).close();
    return jar;
  }

  private Path natives() throws Exception {
    Path natives = Files.createDirectory(folder.resolve("natives"));
    Files.createFile(natives.resolve(System.mapLibraryName("jniopenblas_nolapack")));
    return natives;
  }

  /** What is set besides the class path, on which more follows. */
  private static Properties preferred(Path first, Properties given) {
    given.setProperty("java.class.path", first + File.pathSeparator + "more.jar");
    InstalledNatives.prefer(given);
    given.remove("java.class.path");
    return given;
  }

  @Test
  void everyLibraryIsToldOfTheFolderBesideTheJar() throws Exception {
    String natives = natives().toString();
    assertThat(preferred(jar(), new Properties()))
        .isEqualTo(
            Map.of(
                "inferscope.tokenizers.path", natives,
                "inferscope.openblas.path", natives,
                "flatlaf.nativeLibraryPath", natives,
                "org.lwjgl.librarypath", natives,
                "jna.boot.library.path", natives,
                "jna.nounpack", "true"));
  }

  @Test
  void nothingIsSetWithoutTheFolder() throws Exception {
    assertThat(preferred(jar(), new Properties())).isEmpty();
    Files.createFile(folder.resolve("natives"));
    assertThat(preferred(jar(), new Properties())).isEmpty();
  }

  @Test
  void nothingIsSetForAFolderOfSomethingElse() throws Exception {
    Files.createFile(Files.createDirectory(folder.resolve("natives")).resolve("plants.txt"));
    assertThat(preferred(jar(), new Properties())).isEmpty();
  }

  @Test
  void nothingIsSetForClassesInAFolder() throws Exception {
    natives();
    Files.createDirectory(folder.resolve("classes"));
    assertThat(preferred(folder.resolve("classes"), new Properties())).isEmpty();
  }

  @Test
  void whatTheUserHasSetStays() throws Exception {
    natives();
    Properties given = new Properties();
    given.setProperty("org.lwjgl.librarypath", "elsewhere");
    assertThat(preferred(jar(), given)).containsEntry("org.lwjgl.librarypath", "elsewhere");
  }

  @Test
  void whatIsNotInstalledIsOfferedAFolderInTheCache() {
    UserFolders folders = new UserFolders(folder, folder, folder.resolve("cache"), folder);
    Properties given = new Properties();
    InstalledNatives.offerCache(folders, given);
    String spare = folder.resolve("cache/javacpp").toString();
    assertThat(given).containsEntry("inferscope.openblas.spare", spare);
    if (File.separatorChar == '/') {
      assertThat(given)
          .containsEntry(
              "org.lwjgl.system.SharedLibraryExtractPath",
              folder.resolve("cache/lwjgl").toString());
    }
    InstalledNatives.offerCache(new UserFolders(folder, folder, folder, folder), given);
    assertThat(given).containsEntry("inferscope.openblas.spare", spare);
    Properties installed = new Properties();
    installed.setProperty("inferscope.openblas.path", "natives");
    InstalledNatives.offerCache(folders, installed);
    assertThat(installed).hasSize(1);
  }

  @Test
  void aLibraryThatTheInstalledProgramLacksIsToldOfWhereItIsUsed() throws Exception {
    Path natives = natives();
    String classPath = jar() + File.pathSeparator + TestClassPath.get();
    try (ChildJvm child =
        ChildJvm.start(
            folder,
            Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()),
            "-Duser.home=" + folder,
            "-cp",
            classPath,
            Main.class.getName(),
            "generate",
            "--device=reference",
            "--model=assets/demo-model",
            "--prompt=Once")) {
      assertThat(child.exitCode()).isEqualTo(1);
      assertThat(child.err())
          .contains(
              "Texts can't be cut into tokens: the tokenizer library can't be loaded",
              natives.resolve(System.mapLibraryName("tokenizers")).toString());
    }
    assertThat(folder.resolve("cache/inferscope/tokenizers")).doesNotExist();
  }
}
