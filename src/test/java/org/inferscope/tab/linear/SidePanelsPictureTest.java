package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import org.inferscope.compute.LinearPeer;
import org.inferscope.support.Pictures;
import org.inferscope.tab.SidePanel;
import org.inferscope.tensor.DType;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The panels at the widths of the dock: nothing clipped, nothing over another. */
class SidePanelsPictureTest {
  private static final Look PROJECTOR = new Look(true, false, false, 1, 2);

  @ParameterizedTest
  @CsvSource({
    "light, 360, 800, small", "light, 250, 800, small", "light, 360, 800, large",
    "light, 250, 800, large", "dark, 360, 800, small", "dark, 360, 800, large",
    "projector, 720, 1300, small", "projector, 500, 1300, large"
  })
  void everythingIsInSight(String theme, int width, int height, String size) {
    Look look = theme.equals("projector") ? PROJECTOR : Look.of(theme.equals("dark"));
    PanelBench bench = new PanelBench(torch(size));
    if (size.equals("large")) {
      bench.resize(64, 64, 32);
      bench.presenter.setPrecision(DType.INT8);
    }
    for (SidePanel panel : SidePanels.of(bench.presenter)) {
      String name = "%s-%s-%d-%s".formatted(panel.id(), theme, width, size);
      List<JComponent> made = new ArrayList<>();
      Pictures.paint(
          name,
          look,
          width,
          height,
          () -> {
            JComponent component = panel.maker().get();
            made.add(component);
            return component;
          });
      bench.compute.runAll();
      Pictures.onEventThread(
          () -> {
            JComponent component = made.get(0);
            Pictures.layOut(component, width, height);
            Pictures.save(name, Pictures.paint(component));
            Container view = (Container) ((JScrollPane) component).getViewport().getView();
            Pictures.save(name + "-whole", Pictures.paint(view));
            assertNothingIsCut(view, name);
            return true;
          });
    }
  }

  private static Optional<LinearPeer> torch(String size) {
    return size.equals("large") ? Optional.of(PanelBench.almostTheSame()) : Optional.empty();
  }

  private static void assertNothingIsCut(Container view, String name) {
    List<Component> parts =
        PanelBench.all(view)
            .filter(part -> isSeen(part, view))
            .filter(SidePanelsPictureTest::hasText)
            .toList();
    for (Component part : parts) {
      if (part.getParent() instanceof JViewport) {
        continue;
      }
      boolean wraps = part instanceof JTextArea;
      assertThat(part.getWidth())
          .as("%s: width of %s", name, words(part))
          .isGreaterThanOrEqualTo(wraps ? 1 : part.getPreferredSize().width);
      assertThat(part.getHeight())
          .as("%s: height of %s", name, words(part))
          .isGreaterThanOrEqualTo(part.getPreferredSize().height);
      assertThat(
              SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), view).getMaxX())
          .as("%s: right edge of %s", name, words(part))
          .isLessThanOrEqualTo(view.getWidth());
    }
  }

  private static boolean isSeen(Component part, Container view) {
    for (Component up = part; up != null && up != view; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasText(Component part) {
    return part instanceof JLabel || part instanceof AbstractButton || part instanceof JTextArea;
  }

  private static String words(Component part) {
    if (part instanceof JLabel label) {
      return label.getText();
    }
    return part instanceof AbstractButton button
        ? button.getName() + " " + button.getText()
        : ((JTextArea) part).getText();
  }
}
