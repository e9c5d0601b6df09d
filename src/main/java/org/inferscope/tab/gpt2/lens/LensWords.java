package org.inferscope.tab.gpt2.lens;

import java.util.List;
import org.inferscope.model.gpt2.Distribution.Scored;
import org.inferscope.model.gpt2.LogitLens;
import org.inferscope.tab.gpt2.desk.StateNames;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What the view says about numbers. Stateless; while the model is open. */
final class LensWords {
  private static final double PERCENT = 100;

  private LensWords() {}

  /** A row: the last one is what the model itself says. */
  static String row(int state, int states) {
    return state == states - 1
        ? Texts.get("gpt2lens.output", StateNames.of(state))
        : StateNames.of(state);
  }

  /** A probability where there is little room: "93 %", "0.2 %", "< 0.1 %". */
  static String percent(double probability) {
    double parts = PERCENT * probability;
    if (parts > 0 && parts < 0.05) {
      return Texts.get("gpt2lens.percent.less", Numbers.fixed(0.1, 1));
    }
    return Texts.get(
        "gpt2lens.percent",
        parts >= 9.95 || parts == 0 ? Numbers.fixed(parts, 0) : Numbers.fixed(parts, 1));
  }

  /** The most probable tokens of a cell, as a tooltip. */
  static String tip(LensScene scene, int state, int position) {
    String where =
        Texts.get(
            "gpt2lens.tip.where",
            row(state, scene.lens().states()),
            scene.shown().tokens().word(position));
    StringBuilder tip = new StringBuilder("<html>").append(safe(where));
    scene
        .lens()
        .cell(state, position)
        .ifPresentOrElse(
            cell -> rows(scene, cell, tip),
            () -> tip.append("<br>").append(safe(Texts.get("gpt2lens.tip.waiting"))));
    return tip.append("</html>").toString();
  }

  private static void rows(LensScene scene, LogitLens.Cell cell, StringBuilder tip) {
    tip.append("<table cellspacing='0' cellpadding='1'><tr>");
    for (String head :
        List.of(
            Texts.get("gpt2lens.tip.token"),
            Texts.get("gpt2lens.tip.probability"),
            Texts.get("gpt2lens.tip.logit"))) {
      tip.append("<td>").append(safe(head)).append("&nbsp;&nbsp;</td>");
    }
    tip.append("</tr>");
    for (Scored each : cell.top()) {
      tip.append("<tr><td><b>")
          .append(safe(scene.shown().word(each.id())))
          .append("</b>&nbsp;&nbsp;</td><td>")
          .append(Numbers.full(each.probability()))
          .append("&nbsp;&nbsp;</td><td>")
          .append(Numbers.full(each.logit()))
          .append("</td></tr>");
    }
    tip.append("</table>");
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** A cell, for screen readers. */
  static String spoken(LensScene scene, int state, int position) {
    return scene
        .lens()
        .cell(state, position)
        .map(cell -> cell.top().get(0))
        .map(
            top ->
                Texts.get(
                    "gpt2lens.spoken",
                    row(state, scene.lens().states()),
                    scene.shown().tokens().word(position),
                    scene.shown().word(top.id()),
                    percent(top.probability())))
        .orElse("");
  }

  static String rank(LensScene scene, Standing standing) {
    return Texts.get(
        "gpt2lens.rank.tip",
        row(standing.state(), scene.lens().states()),
        scene.shown().word(standing.scored().id()),
        Numbers.count(standing.rank()),
        Numbers.count(scene.shown().config().vocabulary()));
  }

  static String probability(LensScene scene, Standing standing) {
    return Texts.get(
        "gpt2lens.probability.tip",
        row(standing.state(), scene.lens().states()),
        scene.shown().word(standing.scored().id()),
        Numbers.full(standing.scored().probability()),
        Numbers.full(standing.scored().logit()));
  }

  /** The view in one sentence. */
  static String caption(LensScene scene) {
    List<Standing> all = scene.standings();
    if (all.size() < scene.lens().states()) {
      return Texts.get("gpt2lens.caption.computing");
    }
    Standing last = all.get(all.size() - 1);
    String before = scene.shown().tokens().word(scene.token());
    String target = scene.shown().word(last.scored().id());
    if (last.rank() > 1) {
      return Texts.get(
          "gpt2lens.caption.rank",
          before,
          target,
          Numbers.count(last.rank()),
          Numbers.count(all.get(0).rank()),
          percent(last.scored().probability()));
    }
    int first = all.size() - 1;
    while (first > 0 && all.get(first - 1).rank() == 1) {
      first--;
    }
    return Texts.get(
        "gpt2lens.caption.best",
        before,
        target,
        percent(last.scored().probability()),
        StateNames.of(first));
  }
}
