package org.inferscope.tab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.inferscope.compute.Registration;

/**
 * A tab's caption, told to listeners each time that it becomes another one. Confined to one thread,
 * the event thread in the app.
 */
public final class Captions {
  private final Supplier<String> narration;
  private final List<Consumer<String>> listeners = new ArrayList<>();
  private String caption;

  /**
   * Starts with the sentence as it is now.
   *
   * @param narration the sentence for what is on screen
   */
  public Captions(Supplier<String> narration) {
    this.narration = narration;
    caption = narration.get();
  }

  /** The caption last told. */
  public String caption() {
    return caption;
  }

  /** Tells the listener each new caption. */
  public Registration listen(Consumer<String> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** To be called where what is on screen may have changed. */
  public void refresh() {
    String now = narration.get();
    if (!now.equals(caption)) {
      caption = now;
      List.copyOf(listeners).forEach(listener -> listener.accept(now));
    }
  }
}
