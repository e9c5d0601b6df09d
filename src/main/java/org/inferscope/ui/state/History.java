package org.inferscope.ui.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.inferscope.compute.Registration;
import org.jspecify.annotations.Nullable;

/**
 * The states a person went through, with undo and redo.
 *
 * <p>Every {@link #apply} is a step of its own, unless it belongs to the same gesture (one drag of
 * a slider, one burst of typing) as the one before: all of a gesture is one step. A gesture lasts
 * until {@link #endGesture}, an undo, a redo or a step that is not part of it. Applying a state
 * that equals the current one changes nothing, and a gesture that ends where it began leaves no
 * step behind.
 *
 * <p>Used on one thread, where its listeners are called too. A listener may apply a further state.
 *
 * @param <S> the state: immutable, with {@code equals} by value
 */
public final class History<S> implements UndoControl {
  /** How many steps can be undone unless told otherwise. */
  public static final int DEFAULT_LIMIT = 1_000;

  private record Step<S>(S before, S after, String label) {}

  private final int limit;
  private final Deque<Step<S>> done = new ArrayDeque<>();
  private final Deque<Step<S>> undone = new ArrayDeque<>();
  private final List<Consumer<? super S>> listeners = new CopyOnWriteArrayList<>();
  private S current;
  private @Nullable Object gesture;

  /** Starts a history of at most {@link #DEFAULT_LIMIT} steps. */
  public History(S initial) {
    this(initial, DEFAULT_LIMIT);
  }

  /**
   * Starts a history.
   *
   * @param initial the current state
   * @param limit how many steps can be undone, at least 1; the oldest are forgotten beyond it
   */
  public History(S initial, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, was " + limit);
    }
    this.current = Objects.requireNonNull(initial, "initial");
    this.limit = limit;
  }

  /** The state now. */
  public S current() {
    return current;
  }

  /** How many steps can be undone now. */
  public int depth() {
    return done.size();
  }

  /** Makes {@code next} the current state, as a step of its own. */
  public void apply(S next, String label) {
    apply(next, label, null);
  }

  /**
   * Makes {@code next} the current state. What had been undone can then not be redone.
   *
   * @param label what the step did, in words for a menu, such as "Edit A"
   * @param ofGesture what the step is part of, compared by {@code equals}; null for a step of its
   *     own
   */
  public void apply(S next, String label, @Nullable Object ofGesture) {
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(label, "label");
    boolean goesOn = ofGesture != null && ofGesture.equals(gesture);
    if (next.equals(current)) {
      gesture = goesOn ? gesture : null;
      return;
    }
    undone.clear();
    S before = goesOn ? done.removeLast().before() : current;
    boolean isStep = !before.equals(next);
    if (isStep) {
      push(new Step<>(before, next, label));
    }
    gesture = isStep ? ofGesture : null;
    current = next;
    changed();
  }

  private void push(Step<S> step) {
    done.addLast(step);
    if (done.size() > limit) {
      done.removeFirst();
    }
  }

  /** Ends the running gesture, if any: the next step is a new one whatever it belongs to. */
  public void endGesture() {
    gesture = null;
  }

  @Override
  public boolean undo() {
    Step<S> step = done.pollLast();
    if (step == null) {
      return false;
    }
    undone.addLast(step);
    moveTo(step.before());
    return true;
  }

  @Override
  public boolean redo() {
    Step<S> step = undone.pollLast();
    if (step == null) {
      return false;
    }
    done.addLast(step);
    moveTo(step.after());
    return true;
  }

  /** Makes {@code state} the current one and forgets all steps, as after opening a file. */
  public void reset(S state) {
    Objects.requireNonNull(state, "state");
    done.clear();
    undone.clear();
    moveTo(state);
  }

  private void moveTo(S state) {
    gesture = null;
    current = state;
    changed();
  }

  @Override
  public Optional<String> undoLabel() {
    return Optional.ofNullable(done.peekLast()).map(Step::label);
  }

  @Override
  public Optional<String> redoLabel() {
    return Optional.ofNullable(undone.peekLast()).map(Step::label);
  }

  /** Calls {@code listener} with the current state after every change, on this thread. */
  public Registration listen(Consumer<? super S> listener) {
    // A wrapper of its own, so that a listener registered twice is removed once for each.
    Consumer<S> entry = listener::accept;
    listeners.add(entry);
    return () -> listeners.remove(entry);
  }

  @Override
  public Registration onChange(Runnable listener) {
    return listen(state -> listener.run());
  }

  private void changed() {
    for (Consumer<? super S> listener : listeners) {
      listener.accept(current);
    }
  }
}
