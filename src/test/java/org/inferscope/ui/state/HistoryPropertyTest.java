package org.inferscope.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random use of a history against a model so simple that it can be seen to be right. */
class HistoryPropertyTest {
  private static final int LIMIT = 20;
  private static final int ACTIONS = 5_000;

  /** All states one after the other, and where in them the person is. */
  private static final class Model {
    private final List<Integer> states = new ArrayList<>(List.of(0));
    private int at;
    private @Nullable Object gesture;

    void apply(int next, @Nullable Object ofGesture) {
      boolean goesOn = gesture != null && gesture.equals(ofGesture);
      if (next == states.get(at)) {
        gesture = goesOn ? gesture : null;
        return;
      }
      states.subList(at + 1, states.size()).clear();
      if (goesOn) {
        states.remove(at);
      }
      states.add(next);
      gesture = ofGesture;
      int last = states.size() - 1;
      if (goesOn && states.get(last).equals(states.get(last - 1))) {
        states.remove(last);
        gesture = null;
      }
      while (states.size() > LIMIT + 1) {
        states.remove(0);
      }
      at = states.size() - 1;
    }

    void move(int by) {
      if (at + by >= 0 && at + by < states.size()) {
        at += by;
        gesture = null;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void behavesLikeAListOfStates(long seed) {
    Random random = new Random(seed);
    History<Integer> history = new History<>(0, LIMIT);
    Model model = new Model();
    for (int i = 0; i < ACTIONS; i++) {
      act(random, history, model);
      assertThat(history.current()).as("action %d", i).isEqualTo(model.states.get(model.at));
      assertThat(history.depth()).as("action %d", i).isEqualTo(model.at);
      assertThat(history.canRedo())
          .as("action %d", i)
          .isEqualTo(model.at < model.states.size() - 1);
    }
  }

  private static void act(Random random, History<Integer> history, Model model) {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> {
        history.undo();
        model.move(-1);
      }
      case 3, 4 -> {
        history.redo();
        model.move(1);
      }
      case 5 -> {
        history.endGesture();
        model.gesture = null;
      }
      default -> {
        int next = random.nextInt(5);
        @Nullable Object gesture = random.nextInt(3) == 0 ? null : "g" + random.nextInt(2);
        history.apply(next, "step", gesture);
        model.apply(next, gesture);
      }
    }
  }
}
