package org.inferscope.app.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLaf;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JButton;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.Registration;
import org.inferscope.support.Pictures;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

  private static Stream<Look> looks() {
    return Stream.of(false, true)
        .flatMap(dark -> Stream.of(0.0, 1.6).map(zoom -> new Look(dark, false, false, 1, zoom)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void whatACardIsForCanBeReadWithTheFocusAndUnderTheMouse(Look look) {
    Pictures.onEventThread(
        () -> {
          Themes.install(look);
          JButton primary = CardFrame.button("start", "Start");
          CardFrame.buttons(List.of(), List.of(primary));
          assertThat(primary.getBackground()).isEqualTo(Palette.accent());
          for (String state : List.of("focused", "hover", "pressed")) {
            Color back = FlatLaf.getStyleableValue(primary, state + "Background");
            assertThat(Math.abs(luma(back) - luma(primary.getForeground())))
                .as(state)
                .isGreaterThan(90);
          }
          return true;
        });
  }

  private static double luma(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
  }
}
