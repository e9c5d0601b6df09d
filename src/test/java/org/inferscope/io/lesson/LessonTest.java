package org.inferscope.io.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LessonTest {
  private static final LessonNode SECTION = Sample.CODEC.write(Sample.STATE);

  @Test
  void isWrittenForAPersonToReadWithOneRowOfAMatrixALine() {
    assertThat(Sample.lesson().toString()).isEqualTo(Sample.TEXT);
  }

  @Test
  void aStateSurvivesARoundTripExactly() {
    assertThat(Sample.parse(Sample.TEXT).read(Sample.CODEC)).hasValue(Sample.STATE);
  }

  @Test
  void knowsTheTabInFrontAndTheTabsWithASection() {
    Lesson lesson = Sample.parse(Sample.TEXT);
    assertThat(lesson.activeTab()).hasValue("sample");
    assertThat(lesson.tabs()).containsExactly("sample");
    assertThat(lesson.section("other")).isEmpty();
    assertThat(Lesson.empty().activeTab()).isEmpty();
    assertThat(Lesson.empty().tabs()).isEmpty();
  }

  @Test
  void anEmptyLessonCanBeReadAgain() {
    Lesson empty = Lesson.empty();
    assertThat(Lesson.parse("empty", empty.toBytes())).isEqualTo(empty);
  }

  @Test
  void unknownFieldsSurviveAtTheTopInASectionAndInObjectsInside() {
    Lesson opened =
        Sample.parse(
            """
            {
              "format": "inferscope-lesson",
              "teacher": {"name": "A. B.", "room": 1.50},
              "version": 1,
              "tabs": {
                "future": {"depth": [[1], {"x": 1e400}],
                    "row": [7, {"text": "1/3", "value": 0.333}],
                    "layers": [{"x": 1, "y": 2, "z": 3}]},
                "sample": {"tile": 1, "mine": [1, 2], "view": {"zoom": 2, "pan": [0, 1]}}
              }
            }
            """);
    LessonNode section =
        new LessonFields()
            .put("tile", 5)
            .put("view", new LessonFields().put("zoom", 4).node())
            .node();

    String saved = opened.with("0.2.0", "sample", Map.of("sample", section)).toString();

    assertThat(saved)
        .isEqualTo(
            """
            {
              "format": "inferscope-lesson",
              "teacher": {
                "name": "A. B.",
                "room": 1.50
              },
              "version": 1,
              "tabs": {
                "future": {
                  "depth": [
                    [1],
                    {
                      "x": 1e400
                    }
                  ],
                  "row": [7, {"text": "1/3", "value": 0.333}],
                  "layers": [
                    {
                      "x": 1,
                      "y": 2,
                      "z": 3
                    }
                  ]
                },
                "sample": {
                  "tile": 5,
                  "mine": [1, 2],
                  "view": {
                    "zoom": 4,
                    "pan": [0, 1]
                  }
                }
              },
              "app": "0.2.0",
              "activeTab": "sample"
            }
            """);
  }

  @Test
  void aValueThatIsGoneDoesNotComeBackFromTheFile() {
    Lesson opened = Sample.parseWith("\"note\": null", "\"note\": \"old\"");
    assertThat(opened.read(Sample.CODEC).flatMap(Sample::note)).hasValue("old");

    Lesson saved = opened.with("1.0.0", "sample", Map.of("sample", SECTION));

    assertThat(saved.read(Sample.CODEC).orElseThrow().note()).isEmpty();
  }

  @Test
  void sectionsOfTabsThatSayNothingStay() {
    Lesson saved = Sample.lesson().with("1.0.0", "other", Map.of("other", SECTION));
    assertThat(saved.tabs()).containsExactly("sample", "other");
  }

  @Test
  void equalityIsByContentNotByLayout() {
    Lesson squeezed = Sample.parse(Sample.TEXT.replaceAll("\\n *", " "));
    assertThat(squeezed).isEqualTo(Sample.lesson()).hasSameHashCodeAs(Sample.lesson());
    assertThat(Sample.parseWith("\"tile\": 3", "\"tile\": 4")).isNotEqualTo(Sample.lesson());
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreFine() {
    assertThat(Sample.parse("\uFEFF" + Sample.TEXT.replace("\n", "\r\n")))
        .isEqualTo(Sample.lesson());
  }
}
