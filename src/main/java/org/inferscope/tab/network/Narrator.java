package org.inferscope.tab.network;

import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Says in one sentence what the audience is looking at. Stateless. */
final class Narrator {
  private Narrator() {}

  static String say(NetworkPresenter presenter) {
    NetworkPlan plan = presenter.state().plan();
    return Texts.get(
        "network.say.whole",
        Numbers.count(plan.inputs()),
        Numbers.count(plan.depth()),
        Numbers.count(plan.width(plan.depth())));
  }
}
