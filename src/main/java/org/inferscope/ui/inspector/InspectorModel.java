package org.inferscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.Registration;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.jspecify.annotations.Nullable;

/**
 * What the inspector shows: a trail of values, each read to get the one before it, and the place on
 * the trail. Confined to one thread, the event thread in the app; listeners are called on it, after
 * each change.
 */
public final class InspectorModel {
  /** One value on the trail; after a change it is explained only once it is looked at. */
  private static final class Step {
    private final Explainer explainer;
    private final ValueRef ref;
    private final String label;
    private @Nullable Explanation explanation;

    Step(Explainer explainer, ValueRef ref) {
      this.explainer = explainer;
      this.ref = ref;
      label = explainer.label(ref);
    }

    /** A step that is looked at now. */
    static Step of(Explainer explainer, ValueRef ref) {
      Step step = new Step(explainer, ref);
      step.explanation();
      return step;
    }

    Explainer explainer() {
      return explainer;
    }

    ValueRef ref() {
      return ref;
    }

    String label() {
      return label;
    }

    Explanation explanation() {
      Explanation made = explanation;
      if (made == null) {
        made = explainer.explain(ref);
        explanation = made;
      }
      return made;
    }
  }

  private final List<Runnable> listeners = new ArrayList<>();
  private final List<Runnable> openListeners = new ArrayList<>();
  private final List<Step> trail = new ArrayList<>();
  private int place = -1;

  /**
   * Starts a new trail at a value.
   *
   * @throws IllegalArgumentException if the explainer does not know the value
   */
  public void open(Explainer explainer, ValueRef ref) {
    Step step = Step.of(explainer, ref);
    trail.clear();
    trail.add(step);
    place = 0;
    fire();
    List.copyOf(openListeners).forEach(Runnable::run);
  }

  /**
   * Goes on to a value that the one shown was read from; what lay ahead on the trail is dropped.
   */
  public void follow(ValueRef source) {
    if (isEmpty()) {
      return;
    }
    Step next = Step.of(trail.get(place).explainer(), source);
    trail.subList(place + 1, trail.size()).clear();
    trail.add(next);
    place++;
    fire();
  }

  /** Goes back up by one value, if there is one. */
  public void back() {
    if (canGoBack()) {
      goTo(place - 1);
    }
  }

  /** Goes down the trail again by one value, if it was gone before. */
  public void forward() {
    if (canGoForward()) {
      goTo(place + 1);
    }
  }

  /** Goes to a value on the trail, counted from 0. */
  public void goTo(int index) {
    if (index < 0 || index >= trail.size()) {
      throw new IllegalArgumentException(
          "index must be in 0.." + (trail.size() - 1) + ", got " + index);
    }
    place = index;
    fire();
  }

  /** Shows nothing. */
  public void clear() {
    trail.clear();
    place = -1;
    fire();
  }

  /**
   * Explains the values of the trail anew after the state has changed. Only the part of the trail
   * that was opened with an explainer of the same class is touched, so that a tab does not disturb
   * what another tab opened. A value that is no longer there ends the trail.
   */
  public void refresh(Explainer latest) {
    boolean changed = false;
    for (int i = 0; i < trail.size(); i++) {
      Step step = trail.get(i);
      if (step.explainer().getClass() != latest.getClass()) {
        continue;
      }
      changed = true;
      if (!latest.knows(step.ref())) {
        trail.subList(i, trail.size()).clear();
        break;
      }
      trail.set(i, new Step(latest, step.ref()));
    }
    if (changed) {
      place = Math.min(place, trail.size() - 1);
      fire();
    }
  }

  /** Whether nothing is shown. */
  public boolean isEmpty() {
    return trail.isEmpty();
  }

  /** The explanation shown; empty if there is none. */
  public Optional<Explanation> current() {
    return isEmpty() ? Optional.empty() : Optional.of(trail.get(place).explanation());
  }

  /** The short name of a value that the one shown was read from. */
  public String labelOf(ValueRef source) {
    return isEmpty() ? "" : trail.get(place).explainer().label(source);
  }

  /** The short names of the values on the trail, from where it was opened. */
  public List<String> crumbs() {
    return trail.stream().map(Step::label).toList();
  }

  /** The place on the trail, counted from 0; −1 if there is none. */
  public int place() {
    return place;
  }

  /** Whether {@link #back} leads anywhere. */
  public boolean canGoBack() {
    return place > 0;
  }

  /** Whether {@link #forward} leads anywhere. */
  public boolean canGoForward() {
    return place < trail.size() - 1;
  }

  /** Calls the listener each time a person asks about a value, also about the one shown. */
  public Registration onOpen(Runnable listener) {
    openListeners.add(listener);
    return () -> openListeners.remove(listener);
  }

  /** Calls the listener after each change until the registration is closed. */
  public Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
