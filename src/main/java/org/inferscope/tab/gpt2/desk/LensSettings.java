package org.inferscope.tab.gpt2.desk;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;

/** What a person has set in the logit lens. Immutable. */
public record LensSettings() {
  /** What it opens with. */
  public static final LensSettings FIRST = new LensSettings();

  LessonNode write() {
    return new LessonFields().node();
  }

  static LensSettings read(LessonNode node) {
    node.fields();
    return FIRST;
  }
}
