package org.inferscope.model.gpt2.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
  private static final NativePlatform LINUX = NativePlatform.of("Linux", "amd64");
  private static final NativePlatform INTEL_MAC = NativePlatform.of("Mac OS X", "x86_64");

  @TempDir Path folder;

  @Test
  void systemsAreNamedAsTheLibrariesAre() {
    assertThat(LINUX.name()).isEqualTo("linux-x86_64");
    assertThat(NativePlatform.of("Linux", "aarch64").name()).isEqualTo("linux-aarch64");
    assertThat(NativePlatform.of("Mac OS X", "aarch64").name()).isEqualTo("osx-aarch64");
    assertThat(NativePlatform.of("Windows 11", "amd64").name()).isEqualTo("win-x86_64");
  }

  @Test
  void thereIsALibraryForEachSystemButIntelsMacs() {
    assertThat(
            Stream.of(
                LINUX,
                NativePlatform.of("Linux", "aarch64"),
                NativePlatform.of("Mac OS X", "aarch64"),
                NativePlatform.of("Windows 11", "amd64")))
        .allMatch(NativeLibraryTest::isThere);
    assertThat(isThere(INTEL_MAC)).isFalse();
  }

  @Test
  void aSystemWithoutALibraryIsNamed() {
    assertThatThrownBy(() -> NativeLibrary.loadFrom(folder, INTEL_MAC))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(
            "Texts can't be cut into tokens: this program has no tokenizer library for Mac OS X"
                + " (x86_64).");
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldOf() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> NativeLibrary.loadFrom(file, LINUX))
        .isInstanceOf(InferscopeException.class)
        .hasMessageStartingWith(
            "Texts can't be cut into tokens: the tokenizer library can't be unpacked (");
  }

  @Test
  void halfALibraryIsWrittenAnewAndAWholeOneLeftAlone() throws IOException {
    Path file = folder.resolve("libtokenizers.so");
    Files.write(file, new byte[1000]);
    assertThat(NativeLibrary.unpack(LINUX, folder)).containsExactly(file);
    assertThat(Files.size(file)).isGreaterThan(10_000_000);

    Object before = Files.readAttributes(file, "fileKey,lastModifiedTime");
    NativeLibrary.unpack(LINUX, folder);
    assertThat(Files.readAttributes(file, "fileKey,lastModifiedTime")).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void anInstalledLibraryIsLoadedFromItsFolder() throws IOException {
    NativePlatform here = NativePlatform.ofThisSystem();
    NativeLibrary.unpack(here, folder);
    assertThatCode(() -> NativeLibrary.loadInstalled(folder, here)).doesNotThrowAnyException();
  }

  @Test
  void anInstalledLibraryThatIsNotThereIsNamed() {
    Path file = folder.resolve("libtokenizers.so");
    assertThatThrownBy(() -> NativeLibrary.loadInstalled(folder, LINUX))
        .isInstanceOf(InferscopeException.class)
        .hasMessageStartingWith(
            "Texts can't be cut into tokens: the tokenizer library can't be loaded (")
        .hasMessageContaining(file.toString());
  }

  private static boolean isThere(NativePlatform platform) {
    ClassLoader loader = NativeLibraryTest.class.getClassLoader();
    return platform.files().stream()
        .map(file -> "native/lib/" + platform.name() + "/cpu/" + file)
        .allMatch(name -> loader.getResource(name) != null);
  }
}
