package org.inferscope.tab;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.inferscope.compute.Registration;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.io.lesson.StateCodec;
import org.inferscope.ui.state.History;

/** A lesson section over a history of immutable states. */
record PlacedSection<S>(
    History<S> history, StateCodec<S> codec, Supplier<S> current, Consumer<S> open)
    implements LessonSection {
  @Override
  public LessonNode write() {
    return codec.write(current.get());
  }

  @Override
  public Runnable read(Lesson lesson) {
    return lesson.read(codec).<Runnable>map(state -> () -> open.accept(state)).orElse(() -> {});
  }

  @Override
  public Registration onChange(Runnable listener) {
    return history.onChange(listener);
  }
}
