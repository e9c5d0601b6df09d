package org.inferscope.tab.gpt2.next;

import org.inferscope.text.Texts;

/** What is told of each token in the list. */
enum TopColumn {
  /** Its text. */
  TOKEN,
  /** By the model itself. */
  PROBABILITY,
  /** After the settings. */
  CHANCE,
  /** Before softmax. */
  LOGIT;

  String title() {
    return switch (this) {
      case TOKEN -> Texts.get("gpt2next.top.token");
      case PROBABILITY -> Texts.get("gpt2next.top.probability");
      case CHANCE -> Texts.get("gpt2next.top.chance");
      case LOGIT -> Texts.get("gpt2next.top.logit");
    };
  }
}
