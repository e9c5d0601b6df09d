package org.inferscope.tab;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.inferscope.compute.Registration;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.io.lesson.StateCodec;
import org.inferscope.ui.state.History;

/** A tab's part of a lesson file: its state, out and in. Event thread. */
public interface LessonSection {
  /** The current state, an object. */
  LessonNode write();

  /**
   * Reads this tab's state without touching anything.
   *
   * @return puts the state in force, as one step that can be undone; does nothing if the lesson has
   *     none for this tab
   * @throws org.inferscope.io.lesson.LessonException naming the line, if it cannot be read
   */
  Runnable read(Lesson lesson);

  /** Calls the listener after each change of what {@link #write} returns. */
  Registration onChange(Runnable listener);

  /**
   * The section of a tab that keeps its states in a history.
   *
   * @param opened what the step of opening a lesson is called in the menu, such as "Open lesson"
   */
  static <S> LessonSection of(History<S> history, StateCodec<S> codec, String opened) {
    return placed(history, codec, history::current, state -> history.apply(state, opened));
  }

  /**
   * The section of a tab whose states carry something that is no step of the history, such as the
   * place of an animation.
   *
   * @param current the state in force, with that
   * @param open puts a state in force, as one step that can be undone
   */
  static <S> LessonSection placed(
      History<S> history, StateCodec<S> codec, Supplier<S> current, Consumer<S> open) {
    return new PlacedSection<>(history, codec, current, open);
  }
}
