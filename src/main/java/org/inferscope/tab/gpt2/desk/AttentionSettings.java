package org.inferscope.tab.gpt2.desk;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;

/** What a person has set in the view of attention. Immutable. */
public record AttentionSettings() {
  /** What it opens with. */
  public static final AttentionSettings FIRST = new AttentionSettings();

  LessonNode write() {
    return new LessonFields().node();
  }

  static AttentionSettings read(LessonNode node) {
    node.fields();
    return FIRST;
  }
}
