package org.inferscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.support.Sources;
import org.junit.jupiter.api.Test;

/** What class files do not show: the house rules about the sources themselves. */
class SourceRulesTest {
  private static final int MOST_LINES = 600;
  private static final int SHORTEST_PARAGRAPH = 60;
  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  @Test
  void everyPackageSaysWhatLivesThereAndIsNullMarked() throws IOException {
    assertThat(Sources.main().stream().map(Path::getParent).distinct())
        .as("packages without a @NullMarked package-info.java that has a paragraph")
        .filteredOn(folder -> !isDescribed(folder.resolve("package-info.java")))
        .isEmpty();
  }

  private static boolean isDescribed(Path info) {
    String text = Files.exists(info) ? Sources.read(info) : "";
    Matcher javadoc = JAVADOC.matcher(text);
    return javadoc.find()
        && javadoc.group(1).length() > SHORTEST_PARAGRAPH
        && text.contains("@NullMarked\npackage ");
  }

  @Test
  void noFileIsTooLongToReadInOneGo() throws IOException {
    assertThat(Sources.all())
        .filteredOn(file -> Sources.read(file).lines().count() > MOST_LINES)
        .isEmpty();
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    assertThat(Sources.all())
        .filteredOn(file -> later.matcher(Sources.read(file)).find())
        .isEmpty();
  }
}
