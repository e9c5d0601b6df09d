package org.inferscope.tab.roofline;

import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.text.Texts;

/** Says in one sentence what the audience is looking at. Stateless. */
final class Narrator {
  private Narrator() {}

  static String say(RooflinePresenter presenter) {
    return switch (presenter.state().view()) {
      case BENCHMARK -> Texts.get("roofline.caption.benchmark");
      case LAYER -> Texts.get("roofline.caption.layer");
      case ROOFLINE -> Texts.get("roofline.caption.roofline");
    };
  }
}
