package org.inferscope.tab.network.stage;

import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.Flow;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.Shown;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Says in one sentence what the audience is looking at. Stateless; the presenter's thread. */
public final class NetworkNarrator {
  private NetworkNarrator() {}

  /** The running step, or what is under the pointer, or the whole network. */
  public static String say(NetworkPresenter presenter) {
    if (presenter.shown().isEmpty()) {
      return plain(presenter.state().plan());
    }
    Shown shown = presenter.shown().get();
    if (presenter.flow().isUnderWay()) {
      return step(presenter, shown);
    }
    Ablations.Target target = presenter.focus();
    if (!presenter.isPointedAt() || !Ablations.isInside(shown.plan(), target)) {
      return whole(presenter, shown);
    }
    return target instanceof Ablations.Link link
        ? link(presenter, shown, link)
        : unit(presenter, shown, (Ablations.Unit) target);
  }

  private static String plain(NetworkPlan plan) {
    return Texts.get(
        "networkstage.say.whole",
        plan.depth(),
        Numbers.count(plan.depth()),
        Numbers.count(plan.inputs()),
        Numbers.count(plan.width(plan.depth())),
        Numbers.count(plan.parameters()));
  }

  private static String whole(NetworkPresenter presenter, Shown shown) {
    NetworkPlan plan = shown.plan();
    if (UnitNames.readsDigits(presenter, plan)) {
      float[] out = shown.trace().output();
      return Texts.get("networkstage.say.digit", Numbers.count(largest(out)));
    }
    int batch = shown.trace().batch();
    return batch == 1
        ? plain(plan)
        : Texts.get(
            "networkstage.say.batch",
            Numbers.count(shown.trace().row() + 1L),
            Numbers.count(batch),
            Numbers.count(plan.inputs()),
            Numbers.count(plan.width(plan.depth())));
  }

  private static int largest(float[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }

  private static String step(NetworkPresenter presenter, Shown shown) {
    Flow flow = presenter.flow();
    int l = flow.layer();
    String layer = Numbers.count(l + 1L);
    String units = Numbers.count(shown.plan().width(l + 1));
    return switch (flow.step()) {
      case MATMUL ->
          Texts.get("networkstage.say.matmul", layer, units, Numbers.count(shown.plan().width(l)));
      case BIAS -> Texts.get("networkstage.say.bias", layer, units);
      case ACTIVATION -> activation(shown, l, layer, units);
    };
  }

  private static String activation(Shown shown, int l, String layer, String units) {
    Activation activation = shown.plan().layers().get(l).activation();
    return switch (activation) {
      case IDENTITY -> Texts.get("networkstage.say.identity", layer);
      case RELU ->
          Texts.get(
              "networkstage.say.relu",
              layer,
              Numbers.count(negatives(shown.trace().preActivations(l))),
              units);
      case SOFTMAX -> Texts.get("networkstage.say.softmax", layer, units);
      default -> Texts.get("networkstage.say.activation", layer, activation.title());
    };
  }

  private static int negatives(float[] values) {
    int count = 0;
    for (float value : values) {
      count += value < 0 ? 1 : 0;
    }
    return count;
  }

  private static String unit(NetworkPresenter presenter, Shown shown, Ablations.Unit unit) {
    Trace trace = shown.trace();
    NetworkPlan plan = shown.plan();
    String name = UnitNames.words(presenter, plan, unit.column(), unit.i());
    String value = Numbers.cell(trace.column(unit.column()).get(trace.row(), unit.i()));
    if (trace.off().has(unit.column(), unit.i())) {
      return Texts.get("networkstage.say.off", name);
    }
    if (unit.column() == 0) {
      return Texts.get("networkstage.say.input", name, value, Numbers.count(plan.width(1)));
    }
    int l = unit.column() - 1;
    float z = trace.preActivations(l)[unit.i()];
    String before = Numbers.count(plan.width(l));
    Activation activation = plan.layers().get(l).activation();
    if (activation == Activation.IDENTITY) {
      return Texts.get("networkstage.say.sum", name, before, value);
    }
    return activation == Activation.RELU && z < 0
        ? Texts.get("networkstage.say.dead", name, before, Numbers.cell(z))
        : Texts.get(
            "networkstage.say.unit", name, before, Numbers.cell(z), activation.title(), value);
  }

  private static String link(NetworkPresenter presenter, Shown shown, Ablations.Link link) {
    Trace trace = shown.trace();
    Terms terms = Terms.of(trace, new Ablations.Unit(link.layer() + 1, link.i()));
    String from = UnitNames.words(presenter, shown.plan(), link.layer(), link.j());
    String to = UnitNames.words(presenter, shown.plan(), link.layer() + 1, link.i());
    if (trace.off().hasLink(link.layer(), link.i(), link.j())) {
      return Texts.get("networkstage.say.linkOff", from, to);
    }
    return Texts.get(
        "networkstage.say.link",
        from,
        to,
        Numbers.cell(terms.weight(link.j())),
        Numbers.cell(terms.input(link.j())),
        Numbers.cell(terms.product(link.j())));
  }
}
