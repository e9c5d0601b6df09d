package org.inferscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inferscope.support.Pictures.onEventThread;

import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JComponent;
import org.inferscope.support.Pictures;
import org.inferscope.ui.inspector.SumExplainer.Addend;
import org.inferscope.ui.inspector.SumExplainer.Sum;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

class InspectorPanelTest {
  private static InspectorPanel panel(int addends, boolean follow) {
    InspectorModel model = new InspectorModel();
    InspectorPanel panel = new InspectorPanel(model);
    double[] xs = IntStream.range(0, addends).mapToDouble(i -> (i * 7 % 11 - 4) / 3.0).toArray();
    model.open(new SumExplainer(xs), new Sum());
    if (follow) {
      model.follow(new Addend(1));
    }
    return panel;
  }

  @Test
  void paintsInBothThemes() {
    for (boolean dark : new boolean[] {false, true}) {
      String theme = dark ? "dark" : "light";
      Look look = Look.of(dark);
      Pictures.paint("inspector-" + theme, look, 340, 640, () -> panel(6, false));
      Pictures.paint("inspector-many-" + theme, look, 340, 640, () -> panel(4096, false));
      Pictures.paint("inspector-leaf-" + theme, look, 340, 300, () -> panel(3, true));
      Pictures.paint(
          "inspector-empty-" + theme,
          look,
          340,
          300,
          () -> new InspectorPanel(new InspectorModel()));
    }
    Pictures.paint(
        "inspector-projector",
        new Look(true, false, false, 1, 2),
        680,
        1280,
        () -> panel(6, false));
  }

  @Test
  void fourThousandTermsAreSummarised() {
    onEventThread(
        () -> {
          Themes.install(Look.of(false));
          InspectorPanel panel = panel(4096, false);
          Pictures.layOut(panel, 340, 640);
          TermList terms = find(panel, TermList.class);
          assertThat(terms.getModel().getSize()).isEqualTo(TermRanking.FIRST);
          return null;
        });
  }

  @Test
  void whatElseTellsOfTheNumberIsALinkAboveTheTerms() {
    onEventThread(
        () -> {
          Themes.install(Look.of(false));
          InspectorModel model = new InspectorModel();
          InspectorPanel panel = new InspectorPanel(model);
          model.open(new SumExplainer(1, 2).seeAlso(new Addend(1)), new Sum());
          Pictures.layOut(panel, 340, 640);
          SourceLinks links = find(panel, SourceLinks.class);
          assertThat(links.getName()).isEqualTo("inspectorAlso");
          assertThat(links.isVisible()).isTrue();
          find(links, JButton.class).doClick();
          assertThat(model.crumbs()).containsExactly("s", "x2");
          assertThat(links.isVisible()).isFalse();
          return null;
        });
  }

  static <T extends JComponent> T find(JComponent root, Class<T> type) {
    for (var child : root.getComponents()) {
      if (type.isInstance(child)) {
        return type.cast(child);
      }
      if (child instanceof JComponent inner) {
        T found = find(inner, type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
