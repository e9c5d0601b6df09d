package org.inferscope.tab.gpt2.desk;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;

/** What a person has set in the view of the next token. Immutable. */
public record NextSettings() {
  /** What it opens with. */
  public static final NextSettings FIRST = new NextSettings();

  LessonNode write() {
    return new LessonFields().node();
  }

  static NextSettings read(LessonNode node) {
    node.fields();
    return FIRST;
  }
}
