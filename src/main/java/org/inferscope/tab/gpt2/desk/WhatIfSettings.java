package org.inferscope.tab.gpt2.desk;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;

/** What a person has set in the view of what is taken away. Immutable. */
public record WhatIfSettings() {
  /** What it opens with. */
  public static final WhatIfSettings FIRST = new WhatIfSettings();

  LessonNode write() {
    return new LessonFields().node();
  }

  static WhatIfSettings read(LessonNode node) {
    node.fields();
    return FIRST;
  }
}
