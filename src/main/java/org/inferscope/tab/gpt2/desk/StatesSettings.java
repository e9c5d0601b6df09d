package org.inferscope.tab.gpt2.desk;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;

/** What a person has set in the view of hidden states. Immutable. */
public record StatesSettings() {
  /** What it opens with. */
  public static final StatesSettings FIRST = new StatesSettings();

  LessonNode write() {
    return new LessonFields().node();
  }

  static StatesSettings read(LessonNode node) {
    node.fields();
    return FIRST;
  }
}
