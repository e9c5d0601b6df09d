package org.inferscope.ui.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.Registration;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History<String> history = new History<>("");

  @Test
  void undoGoesBackStepByStepAndRedoForthAgain() {
    history.apply("a", "type a");
    history.apply("ab", "type b");

    assertThat(history.undo()).isTrue();
    assertThat(history.current()).isEqualTo("a");
    assertThat(history.undo()).isTrue();
    assertThat(history.current()).isEmpty();
    assertThat(history.undo()).isFalse();
    assertThat(history.redo()).isTrue();
    assertThat(history.redo()).isTrue();
    assertThat(history.current()).isEqualTo("ab");
    assertThat(history.redo()).isFalse();
  }

  @Test
  void labelsNameTheStepThatWouldBeUndoneOrRedone() {
    assertThat(history.canUndo()).isFalse();
    assertThat(history.canRedo()).isFalse();
    history.apply("a", "type a");
    history.apply("ab", "type b");
    history.undo();

    assertThat(history.undoLabel()).hasValue("type a");
    assertThat(history.redoLabel()).hasValue("type b");
  }

  @Test
  void aNewStepForgetsWhatWasUndone() {
    history.apply("a", "a");
    history.undo();
    history.apply("b", "b");

    assertThat(history.canRedo()).isFalse();
    history.undo();
    assertThat(history.current()).isEmpty();
  }

  @Test
  void allOfAGestureIsOneStep() {
    history.apply("x", "before");
    for (int i = 0; i < 50; i++) {
      history.apply("drag " + i, "drag", "slider");
    }
    assertThat(history.depth()).isEqualTo(2);
    history.undo();
    assertThat(history.current()).isEqualTo("x");
    history.redo();
    assertThat(history.current()).isEqualTo("drag 49");
  }

  @Test
  void aGestureEndsWhenToldByAnotherStepAndByUndo() {
    history.apply("1", "drag", "slider");
    history.endGesture();
    history.apply("2", "drag", "slider");
    assertThat(history.depth()).isEqualTo(2);

    history.apply("3", "other", "other slider");
    history.apply("4", "drag", "slider");
    assertThat(history.depth()).isEqualTo(4);

    history.undo();
    history.apply("5", "drag", "slider");
    history.undo();
    assertThat(history.current()).isEqualTo("3");
  }

  @Test
  void aGestureThatEndsWhereItBeganLeavesNoStep() {
    history.apply("a", "a");
    history.apply("b", "drag", "slider");
    history.apply("a", "drag", "slider");
    assertThat(history.depth()).isEqualTo(1);

    history.apply("c", "drag", "slider");
    history.undo();
    assertThat(history.current()).isEqualTo("a");
  }

  @Test
  void aGestureThatHasChangedNothingYetDoesNotSwallowTheStepBefore() {
    history.apply("a", "a");
    history.apply("a", "drag", "slider");
    history.apply("b", "drag", "slider");
    history.undo();
    assertThat(history.current()).isEqualTo("a");
  }

  @Test
  void applyingTheSameStateChangesNothingAndKeepsRedo() {
    history.apply("a", "a");
    history.undo();
    List<String> heard = new ArrayList<>();
    history.listen(heard::add);

    history.apply("", "nothing");

    assertThat(history.canRedo()).isTrue();
    assertThat(heard).isEmpty();
  }

  @Test
  void keepsTheNewestStepsUpToItsLimit() {
    History<Integer> numbers = new History<>(0);
    for (int i = 1; i <= History.DEFAULT_LIMIT + 5; i++) {
      numbers.apply(i, "count");
    }
    assertThat(numbers.depth()).isEqualTo(History.DEFAULT_LIMIT).isGreaterThanOrEqualTo(500);
    while (numbers.canUndo()) {
      numbers.undo();
    }
    assertThat(numbers.current()).isEqualTo(5);
    assertThatIllegalArgumentException().isThrownBy(() -> new History<>(0, 0));
  }

  @Test
  void resetForgetsAllSteps() {
    history.apply("a", "a");
    history.apply("b", "b");
    history.undo();
    history.reset("opened");

    assertThat(history.current()).isEqualTo("opened");
    assertThat(history.canUndo()).isFalse();
    assertThat(history.canRedo()).isFalse();
  }

  @Test
  void listenersHearEveryChangeUntilTheyAreRemoved() {
    List<String> heard = new ArrayList<>();
    Registration states = history.listen(heard::add);
    history.onChange(() -> heard.add("!"));

    history.apply("a", "a");
    history.undo();
    states.close();
    states.close();
    history.redo();

    assertThat(heard).containsExactly("a", "!", "", "!", "!");
  }

  @Test
  void aListenerMayApplyAFurtherState() {
    history.listen(
        state -> {
          if (!state.endsWith(".")) {
            history.apply(state + ".", "full stop");
          }
        });
    List<String> heard = new ArrayList<>();
    history.listen(heard::add);

    history.apply("a", "a");

    assertThat(history.current()).isEqualTo("a.");
    assertThat(heard).last().isEqualTo("a.");
  }
}
