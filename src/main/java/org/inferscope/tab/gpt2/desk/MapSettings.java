package org.inferscope.tab.gpt2.desk;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;

/** What a person has set in the map. Immutable. */
public record MapSettings() {
  /** What it opens with. */
  public static final MapSettings FIRST = new MapSettings();

  LessonNode write() {
    return new LessonFields().node();
  }

  static MapSettings read(LessonNode node) {
    node.fields();
    return FIRST;
  }
}
