package org.inferscope.tab.gpt2.states;

import org.inferscope.tab.gpt2.desk.StateNames;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What the view says about numbers. Stateless, any thread. */
final class StatesWords {
  private StatesWords() {}

  static String norm(TokenLine line, int state) {
    return Texts.get(
        "gpt2states.norm.tip",
        line.word(),
        name(state, line.norms().size()),
        Numbers.full(line.norms().get(state)));
  }

  static String cosine(TokenLine line, int state) {
    return Texts.get(
        "gpt2states.cosine.tip",
        line.word(),
        name(state, line.norms().size()),
        name(state + 1, line.norms().size()),
        Numbers.full(line.cosines().get(state)));
  }

  static String cell(StatesScene scene, int row, int col) {
    return Texts.get(
        "gpt2states.cell.tip",
        scene.followed().word(),
        name(row, scene.states()),
        Numbers.count((long) scene.from() + col),
        Numbers.full(scene.values().get(row, col)));
  }

  /** A hidden state, with what the last one has been through. */
  static String name(int state, int states) {
    return state == states - 1
        ? Texts.get("gpt2states.last", StateNames.of(state))
        : StateNames.of(state);
  }

  /** Why the last one differs. */
  static String note(StatesScene scene) {
    TokenLine line = scene.followed();
    int last = line.norms().size() - 1;
    return Texts.get(
        "gpt2states.note",
        Numbers.cell(line.norms().get(last - 1)),
        Numbers.cell(line.norms().get(last)));
  }

  /** The view in one sentence. */
  static String caption(StatesScene scene) {
    TokenLine line = scene.followed();
    int last = line.norms().size() - 1;
    int turn = 0;
    for (int i = 1; i < line.cosines().size(); i++) {
      turn = line.cosines().get(i) < line.cosines().get(turn) ? i : turn;
    }
    return Texts.get(
        "gpt2states.caption",
        line.word(),
        Numbers.cell(line.norms().get(0)),
        Numbers.cell(line.norms().get(last)),
        StateNames.of(turn),
        StateNames.of(turn + 1));
  }
}
