package org.inferscope.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.Registration;
import org.inferscope.support.Pictures;
import org.junit.jupiter.api.Test;

/** A card listens to its presenter while it is shown, and no longer. */
class CardFrameTest {
  /** Notes what it is told. */
  private static final class Noting extends CardFrame {
    final transient List<Runnable> listeners = new ArrayList<>();
    int refreshed;
    int left;

    Noting() {
      super("card", new MigLayout());
    }

    @Override
    protected Registration follow(Runnable listener) {
      listeners.add(listener);
      return () -> listeners.remove(listener);
    }

    @Override
    protected void refresh() {
      refreshed++;
    }

    @Override
    protected void left() {
      left++;
    }
  }

  @Test
  void itFollowsFromWhenItIsShownUntilItIsTakenAway() {
    Pictures.onEventThread(
        () -> {
          Noting card = new Noting();
          assertThat(card.listeners).isEmpty();
          card.addNotify();
          card.addNotify();
          assertThat(card.listeners).hasSize(1);
          int before = card.refreshed;
          card.listeners.get(0).run();
          assertThat(card.refreshed).isEqualTo(before + 1);
          card.removeNotify();
          card.removeNotify();
          assertThat(card.listeners).isEmpty();
          assertThat(card.left).isEqualTo(1);
          card.addNotify();
          assertThat(card.listeners).hasSize(1);
          return true;
        });
  }
}
