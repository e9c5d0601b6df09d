package org.inferscope.tab.gpt2.desk;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;

/** What a person has set in the view of weights. Immutable. */
public record WeightsSettings() {
  /** What it opens with. */
  public static final WeightsSettings FIRST = new WeightsSettings();

  LessonNode write() {
    return new LessonFields().node();
  }

  static WeightsSettings read(LessonNode node) {
    node.fields();
    return FIRST;
  }
}
