package org.inferscope.tab;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a tab that is made when it is first asked for, and the same one from then on. Confined
 * to one thread, the event thread in the app.
 *
 * @param <T> what is made
 */
public final class Lazy<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  /** A part that is not made yet. */
  public Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  /** The part. */
  public T get() {
    T part = made;
    if (part == null) {
      part = maker.get();
      made = part;
    }
    return part;
  }
}
