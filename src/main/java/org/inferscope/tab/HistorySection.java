package org.inferscope.tab;

import org.inferscope.compute.Registration;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.io.lesson.StateCodec;
import org.inferscope.ui.state.History;

/** A lesson section over a history of immutable states. */
record HistorySection<S>(History<S> history, StateCodec<S> codec, String opened)
    implements LessonSection {
  @Override
  public LessonNode write() {
    return codec.write(history.current());
  }

  @Override
  public Runnable read(Lesson lesson) {
    return lesson
        .read(codec)
        .<Runnable>map(state -> () -> history.apply(state, opened))
        .orElse(() -> {});
  }

  @Override
  public Registration onChange(Runnable listener) {
    return history.onChange(listener);
  }
}
