package org.inferscope.io.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonErrorTest {
  private static LessonException error(String text) {
    return catchThrowableOfType(LessonException.class, () -> Sample.parse(text).read(Sample.CODEC));
  }

  private static LessonException errorWith(String line, String replacement) {
    return catchThrowableOfType(
        LessonException.class, () -> Sample.parseWith(line, replacement).read(Sample.CODEC));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"tile\": 3 | \"tile\": 9 | 14 | \"tile\" must be a whole number from 1 to 6, but it is 9.",
        "\"tile\": 3 | \"tile\": 2.5 | 14 | \"tile\" must be a whole number from 1 to 6, but it is 2.5.",
        "\"tile\": 3 | \"tile\": 1e999999999 | 14 | \"tile\" must be a whole number from 1 to 6, but it is 1e999999999.",
        "\"tile\": 3 | \"tile\": 1e-99999999999 | 14 | \"tile\" must be a whole number from 1 to 6, but it is 1e-99999999999.",
        "\"tile\": 3 | \"tile\": null | 14 | \"tile\" must be a whole number from 1 to 6, but it is null.",
        "\"tile\": 3 | \"tyle\": 3 | 7 | \"tile\" is missing here.",
        "\"tile\": 3 | \"seed\": 3 | 15 | \"seed\" is here for the second time.",
        "\"order\": \"row\" | \"order\": \"rows\" | 13 | \"order\" must be one of \"dot\", \"row\", \"systolic\", but it is \"rows\".",
        "\"loop\": true | \"loop\": \"yes\" | 17 | \"loop\" must be true or false, but it is \"yes\".",
        "\"speed\": 0.25 | \"speed\": \"fast\" | 16 | \"speed\" must be a number, but it is \"fast\".",
        "\"speed\": 0.25 | \"speed\": 1e999 | 16 | \"speed\" must be a number small enough to compute with, but it is 1e999.",
        "\"cells\": [ | \"cells\": [7, | 12 | \"cells\" must be a text in quotes, but it is 7.",
        "[1, -0, 0.1] | [1, -0] | 10 | \"weights\" must be a row of 2 numbers, as the first one, but it is a list of 3.",
        "[1, -0, 0.1] | [1, -0, true] | 9 | \"weights\" must be a number, but it is true.",
        "[1, -0, 0.1] | [1, -0, 1e39] | 9 | \"weights\" must be a number small enough to compute with, but it is 1e39.",
        "[1, -0, 0.1] | {} | 9 | \"weights\" must be a list in square brackets, but it is fields in braces.",
        "\"version\": 1 | \"version\": 2 | 3 | this lesson is of a newer version, 2, but this Inferscope reads up to version 1.",
        "\"version\": 1 | \"version\": \"1\" | 3 | \"version\" must be a whole number from 1 to 9223372036854775807, but it is \"1\".",
        "\"activeTab\": \"sample\" | \"activeTab\": 1 | 5 | \"activeTab\" must be a text in quotes, but it is 1.",
        "inferscope-lesson | shopping list | 2 | \"format\" must be \"inferscope-lesson\", as in every lesson file, but it is \"shopping list\".",
      })
  void aHandEditedMistakeNamesTheLineWhatIsThereAndWhatIsExpected(
      String line, String replacement, int number, String reason) {
    LessonException error = errorWith(line, replacement);
    assertThat(error).hasMessage("demo.inferscope, line " + number + ": " + reason);
    assertThat(error.line()).isEqualTo(number);
    assertThat(error.file()).isEqualTo("demo.inferscope");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"tile\": 3, | \"tile\": 3 | 15", // Noticed where the comma should have been.
        "\"tile\": 3, | \"tile\": 03, | 14",
        "\"tile\": 3, | \"tile\": 3,, | 14",
        "\"tile\": 3, | \"tile\" 3, | 14",
        "\"tile\": 3, | tile: 3, | 14",
        "\"tile\": 3, | 'tile': 3, | 14",
        "\"tile\": 3, | \"tile\": NaN, | 14",
        "\"tile\": 3, | \"tile\": three, | 14",
        "\"tile\": 3, | // three | 14",
        "\"loop\": true | \"loop\": True | 17",
        "[1, -0, 0.1] | [1, -0, 0.1 | 12", // Up to there it could be a longer list.
        "[1, -0, 0.1] | [1, -0, 0.1] } | 9",
      })
  void brokenJsonNamesTheLine(String line, String replacement, int number) {
    LessonException error = errorWith(line, replacement);
    assertThat(error.line()).isEqualTo(number);
    assertThat(error).hasMessageContaining("not valid JSON");
  }

  @Test
  void aFileCutShortIsToldAtItsEnd() {
    LessonException error = error(Sample.TEXT.substring(0, Sample.TEXT.indexOf("0.25")));
    assertThat(error).hasMessageContaining("line 16: the file ends before");
    assertThat(error("")).hasMessageContaining("line 1: the file ends before");
  }

  @Test
  void whatFollowsTheLessonIsRefused() {
    assertThat(error(Sample.TEXT + "{}"))
        .hasMessage("demo.inferscope, line 22: this is not valid JSON, here or just before: {}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void endlessNestingIsRefusedBeforeItOverflowsTheStack(String open) {
    assertThat(error(open.repeat(100_000))).hasMessageContaining("nested more than 64 deep");
  }

  @Test
  void tooManyValuesAreRefused() {
    assertThat(error("[" + "0,".repeat(2_000_001) + "0]"))
        .hasMessageContaining("more than 2000000");
  }

  @Test
  void textThatIsNotUtf8NamesTheLine() {
    byte[] latin1 =
        Sample.TEXT.replace("row\"", "r\u00f6w\"").getBytes(StandardCharsets.ISO_8859_1);
    LessonException error =
        catchThrowableOfType(LessonException.class, () -> Lesson.parse("latin", latin1));
    assertThat(error).hasMessage("latin, line 13: this is not text in UTF-8.");
  }

  @Test
  void aConstructorThatRefusesItsArgumentsBecomesAnErrorAtTheSection() {
    LessonNode node = Sample.parse(Sample.TEXT).section("sample").orElseThrow().get("tile");
    LessonException error =
        catchThrowableOfType(
            LessonException.class,
            () ->
                node.as(
                    "odd",
                    number -> {
                      throw new IllegalArgumentException("even");
                    }));
    assertThat(error).hasMessage("demo.inferscope, line 14: \"tile\" must be odd, but it is 3.");
    assertThat(error).hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLongLineIsShownShortened() {
    LessonException error = errorWith("\"tile\": 3,", "\"tile\": three," + "x".repeat(20_000));
    assertThat(error.line()).isEqualTo(14);
    assertThat(error.sentence()).hasSizeLessThan(150);
  }

  @Test
  void linesAreCountedAlikeForEveryKindOfLineEnd() {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      String text = Sample.TEXT.replace("\"tile\": 3", "\"tile\": 9").replace("\n", end);
      assertThat(error(text).line()).isEqualTo(14);
    }
  }

  @Test
  void linesLongerThanAnyBufferAreCountedOnce() {
    String text =
        Sample.TEXT
            .replace("\"tile\": 3", "\"tile\": 9")
            .replace("\"1/3\"", "\"" + "1".repeat(50_000) + "\"");
    assertThat(error(text).line()).isEqualTo(14);
  }
}
