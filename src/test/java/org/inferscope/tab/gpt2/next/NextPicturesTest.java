package org.inferscope.tab.gpt2.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.inferscope.model.gpt2.generate.CacheUse;
import org.inferscope.support.Pictures;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view painted without a window. */
class NextPicturesTest {
  @TempDir static Path folder;
  private Gpt2Rig rig;
  private NextPane pane;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    rig.presenter.show(View.NEXT);
    pane = new NextPane(rig.presenter);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void write(int tokens, CacheUse cache) {
    pane.presenter().setCache(cache);
    pane.presenter().setTokens(tokens);
    pane.presenter().writer().run();
    rig.settle();
  }

  private JComponent pointed() {
    JComponent component = pane.component();
    SwingUtilities.updateComponentTreeUI(component);
    find(component, TextView.class).point(5);
    return component;
  }

  @Test
  void nothingIsCutOffInTheSmallestStage() {
    write(6, CacheUse.BOTH);
    Pictures.paint("gpt2-next-small", Look.of(false), 820, 470, this::pointed);
    List<Component> parts = parts(pane.component());
    for (Component part : parts) {
      if (part instanceof AbstractButton || part instanceof JTextField) {
        assertThat(part.getWidth())
            .as("%s: %s", part.getName(), part)
            .isGreaterThanOrEqualTo(
                Math.min(part.getPreferredSize().width, part.getMinimumSize().width));
      }
      if (part instanceof AbstractButton button && !button.getText().isEmpty()) {
        assertThat(button.getWidth())
            .as(button.getText())
            .isGreaterThanOrEqualTo(button.getPreferredSize().width);
      }
      if (part instanceof JLabel label && !label.getText().isEmpty()) {
        assertThat(label.getWidth())
            .as(label.getText())
            .isGreaterThanOrEqualTo(label.getPreferredSize().width);
      }
      Rectangle place =
          SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), pane.component());
      assertThat(place.y + place.height).as("%s", part.getName()).isLessThanOrEqualTo(470);
    }
    assertNoOverlap(parts);
  }

  private void assertNoOverlap(List<Component> parts) {
    for (Component a : parts) {
      for (Component b : parts) {
        if (a != b && a.getParent() == b.getParent()) {
          Rectangle shared = a.getBounds().intersection(b.getBounds());
          assertThat(shared.isEmpty() || shared.width <= 1 || shared.height <= 1)
              .as("%s over %s", a, b)
              .isTrue();
        }
      }
    }
  }

  @Test
  void isPaintedInEveryLook() {
    write(3, CacheUse.WITH);
    BufferedImage dark = Pictures.paint("gpt2-next-dark", Look.of(true), 1100, 800, this::pointed);
    assertThat(dark.getRGB(1098, 798) & 0xFFFFFF)
        .isEqualTo(Pictures.onEventThread(Palette::background).getRGB() & 0xFFFFFF);
    Pictures.paint(
        "gpt2-next-projector", new Look(false, false, false, 1, 1.7), 1880, 780, this::pointed);
    Pictures.paint("gpt2-next-light", Look.of(false), 1100, 800, this::pointed);
  }

  @Test
  void aQuietSentenceStandsWhereThereIsNoText() {
    rig.presenter.type("");
    rig.settle();
    Pictures.paint("gpt2-next-quiet", Look.of(false), 820, 470, pane::component);
    assertThat(
            parts(pane.component()).stream()
                .filter(JLabel.class::isInstance)
                .map(part -> ((JLabel) part).getText()))
        .containsExactly("Type a prompt above: what may come next appears here.");
  }

  /** What can be seen, without the panels around it. */
  private static List<Component> parts(Container container) {
    List<Component> parts = new ArrayList<>();
    for (Component child : container.getComponents()) {
      if (child.isVisible() && child.getWidth() > 0) {
        if (child instanceof Container inner && inner.getComponentCount() > 0) {
          parts.addAll(parts(inner));
        } else {
          parts.add(child);
        }
      }
    }
    return parts;
  }

  private static <C extends Component> C find(Container container, Class<C> type) {
    for (Component child : container.getComponents()) {
      if (type.isInstance(child)) {
        return type.cast(child);
      }
      if (child instanceof Container inner) {
        C found = find(inner, type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
