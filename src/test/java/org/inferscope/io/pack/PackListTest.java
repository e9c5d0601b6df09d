package org.inferscope.io.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list that comes with Inferscope. */
class PackListTest {
  private static Stream<PackFile> all(PackList list) {
    return Stream.concat(list.engine().stream(), list.libraries().stream());
  }

  @ParameterizedTest
  @EnumSource
  void everyFileHasCoordinatesASizeAndAHash(PackSystem system) {
    PackList list = PackList.of(system);
    assertThat(list.engine()).hasSize(19);
    assertThat(list.libraries()).hasSize(1);
    assertThat(all(list))
        .allSatisfy(
            file -> {
              assertThat(file.sha256()).matches("[0-9a-f]{64}");
              assertThat(file.size()).isPositive();
              assertThat(file.classifier()).matches("|" + system.key() + "(-redist)?");
            });
    assertThat(all(list).map(PackFile::name)).doesNotHaveDuplicates();
    assertThat(all(list).map(PackFile::sha256)).doesNotHaveDuplicates();
  }

  @Test
  void theSizesAreThoseOfThePublishedPack() {
    PackList linux = PackList.of(PackSystem.LINUX);
    PackList windows = PackList.of(PackSystem.WINDOWS);
    assertThat(bytes(linux.engine())).isEqualTo(627_431_572L);
    assertThat(bytes(windows.engine())).isEqualTo(402_281_823L);
    assertThat(bytes(linux.libraries())).isEqualTo(1_827_438_924L);
    assertThat(bytes(windows.libraries())).isEqualTo(1_809_475_308L);
  }

  private static long bytes(List<PackFile> files) {
    return files.stream().mapToLong(PackFile::size).sum();
  }

  @Test
  void noFileIsOneOfThoseWithKnownWeaknesses() {
    assertThat(all(PackList.of(PackSystem.LINUX)).map(PackFile::artifact))
        .doesNotContain("commons-net", "commons-compress", "commons-codec", "jackson");
    assertThat(all(PackList.of(PackSystem.LINUX)).map(PackFile::name))
        .contains("commons-io-2.22.0.jar", "commons-lang3-3.22.0.jar");
  }

  @Test
  void aFileIsFetchedFromItsPlaceInTheRepository() {
    PackFile file =
        PackList.of(PackSystem.LINUX).engine().stream()
            .filter(each -> each.size() == 600_670_741L)
            .findFirst()
            .orElseThrow();
    assertThat(file.from(URI.create("https://example.org/maven2")).address())
        .hasToString(
            "https://example.org/maven2/org/nd4j/nd4j-cuda-11.6/1.0.0-M2.1/"
                + "nd4j-cuda-11.6-1.0.0-M2.1-linux-x86_64.jar");
  }

  @Test
  void aSystemIsKnownByJavasNames() {
    assertThat(PackSystem.of("Linux", "amd64")).contains(PackSystem.LINUX);
    assertThat(PackSystem.of("Windows 11", "amd64")).contains(PackSystem.WINDOWS);
    assertThat(PackSystem.of("Linux", "aarch64")).isEmpty();
    assertThat(PackSystem.of("Mac OS X", "x86_64")).isEmpty();
  }
}
