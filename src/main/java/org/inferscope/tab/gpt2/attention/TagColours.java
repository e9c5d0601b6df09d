package org.inferscope.tab.gpt2.attention;

import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.ui.theme.Role;

/** The colour of each tag and of its score. Stateless. */
final class TagColours {
  private TagColours() {}

  static Role of(HeadTag tag) {
    return switch (tag) {
      case PREVIOUS -> Role.BLUE;
      case INDUCTION -> Role.ROW;
      case FIRST -> Role.PLUM;
      case DUPLICATE -> Role.GREEN;
    };
  }

  static Role of(HeadFigure figure) {
    return HeadTag.all().stream()
        .filter(tag -> tag.figure() == figure)
        .map(TagColours::of)
        .findFirst()
        .orElse(Role.RESULT);
  }
}
