package org.inferscope.tab.network.panel;

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
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.support.Pictures;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.network.desk.NetworkRig;
import org.inferscope.tab.network.desk.NetworkState;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The panels at the widths of the dock: nothing clipped, nothing beyond the edge. */
class NetworkPanelsPictureTest {
  private static final Look PROJECTOR = new Look(true, false, false, 1, 2);

  @ParameterizedTest
  @CsvSource({
    "light, 360, 800, small", "light, 250, 800, small", "light, 250, 800, large",
    "dark, 360, 800, large", "projector, 720, 1300, small", "projector, 500, 1300, large"
  })
  void everythingIsInSight(String theme, int width, int height, String size) {
    Look look = theme.equals("projector") ? PROJECTOR : Look.of(theme.equals("dark"));
    NetworkRig rig = new NetworkRig();
    if (size.equals("large")) {
      NetworkPlan plan = NetworkPlan.of(512, 1024, 1024, 256);
      InputBatch x = InputBatch.random(1, 1000, 512);
      rig.presenter.open(NetworkState.of(plan, x, Optional.empty()), "open");
    }
    for (SidePanel panel : NetworkPanels.of(rig.presenter)) {
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
      Pictures.onEventThread(
          () -> {
            Container view = (Container) ((JScrollPane) made.get(0)).getViewport().getView();
            assertNothingIsCut(view, name);
            return true;
          });
    }
  }

  private static void assertNothingIsCut(Container view, String name) {
    List<Component> parts =
        Parts.all(view)
            .filter(Component::isVisible)
            .filter(part -> !(part.getParent() instanceof JViewport))
            .filter(NetworkPanelsPictureTest::hasText)
            .toList();
    assertThat(parts).isNotEmpty();
    for (Component part : parts) {
      boolean wraps = part instanceof JTextArea;
      assertThat(part.getWidth())
          .as("%s: width of %s", name, part)
          .isGreaterThanOrEqualTo(wraps ? 1 : part.getPreferredSize().width);
      assertThat(part.getHeight())
          .as("%s: height of %s", name, part)
          .isGreaterThanOrEqualTo(part.getPreferredSize().height);
      assertThat(
              SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), view).getMaxX())
          .as("%s: right edge of %s", name, part)
          .isLessThanOrEqualTo(view.getWidth());
    }
  }

  private static boolean hasText(Component part) {
    return part instanceof JLabel || part instanceof AbstractButton || part instanceof JTextArea;
  }
}
