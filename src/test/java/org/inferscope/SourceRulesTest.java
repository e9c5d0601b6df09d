package org.inferscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.support.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What class files do not show: the house rules about the sources themselves. */
class SourceRulesTest {
  private static final int MOST_LINES = 600;
  private static final int SHORTEST_PARAGRAPH = 60;
  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  static List<Path> mainPackages() throws IOException {
    return Sources.main().stream().map(Path::getParent).distinct().toList();
  }

  static List<Path> allSources() throws IOException {
    return Sources.all();
  }

  @ParameterizedTest
  @MethodSource("mainPackages")
  void everyPackageSaysWhatLivesThereAndIsNullMarked(Path folder) throws IOException {
    Path info = folder.resolve("package-info.java");
    assertThat(info).exists();
    String text = Files.readString(info);
    Matcher javadoc = JAVADOC.matcher(text);
    assertThat(javadoc.find()).as("%s has a paragraph", info).isTrue();
    assertThat(javadoc.group(1)).as("%s says enough", info).hasSizeGreaterThan(SHORTEST_PARAGRAPH);
    assertThat(text).contains("@NullMarked\npackage ");
  }

  @ParameterizedTest
  @MethodSource("allSources")
  void noFileIsTooLongToReadInOneGo(Path file) throws IOException {
    assertThat(Files.readAllLines(file))
        .as("lines of %s", file)
        .hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    assertThat(Sources.all())
        .filteredOn(file -> later.matcher(Sources.read(file)).find())
        .isEmpty();
  }
}
