package org.inferscope.tab.network;

import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.stage.NetworkNarrator;
import org.inferscope.tab.network.views.BatchNarrator;
import org.inferscope.tab.network.views.CompareNarrator;

/** Says in one sentence what the audience is looking at. Stateless. */
final class Narrator {
  private Narrator() {}

  static String say(NetworkPresenter presenter) {
    return switch (presenter.view()) {
      case NETWORK -> NetworkNarrator.say(presenter);
      case BATCH -> BatchNarrator.say(presenter);
      case COMPARE -> CompareNarrator.say(presenter);
    };
  }
}
