package org.inferscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The third-party notices as the build has put them together. */
class ThirdPartyTest {
  private static final Pattern LIBRARY =
      Pattern.compile(
          "^([\\w.-]+:[\\w.-]+):\\d[\\w.-]* +(\\S.*?) +https?://\\S+$", Pattern.MULTILINE);

  private static final Pattern HEADING = Pattern.compile("^(\\w+).*\\n=+$", Pattern.MULTILINE);

  private static String notices;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("/assets/licences/third-party.txt")) {
      notices = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theLibrariesAreListedWithVersionLicenceAndAddress() {
    assertThat(LIBRARY.matcher(notices).results().map(library -> library.group(1)))
        .contains("com.formdev:flatlaf", "org.bytedeco:openblas", "io.grpc:grpc-netty")
        .noneMatch(name -> name.startsWith("org.junit") || name.startsWith("org.assertj"))
        .isSorted();
    assertThat(notices).contains("libffi inside LWJGL and JNA").doesNotContain("<#", "${");
  }

  /** These licences ask for their text, with the name of who holds the rights. */
  @Test
  void everyShortLicencesTextIsThere() {
    List<String> headings =
        HEADING
            .matcher(notices)
            .results()
            .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
            .toList();
    List<String> libraries =
        LIBRARY
            .matcher(notices)
            .results()
            .filter(library -> library.group(2).matches("MIT|BSD.*"))
            .map((MatchResult library) -> library.group(1))
            .toList();
    assertThat(libraries)
        .hasSizeGreaterThan(5)
        .allMatch(library -> headings.stream().anyMatch(library::contains));
  }
}
