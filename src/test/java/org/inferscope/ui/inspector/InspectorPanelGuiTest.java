package org.inferscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import org.inferscope.model.explain.Explanation;
import org.inferscope.support.GuiTest;
import org.inferscope.support.TestWindow;
import org.inferscope.ui.inspector.SumExplainer.Sum;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GuiTest
class InspectorPanelGuiTest {
  private final InspectorModel model = new InspectorModel();
  private TestWindow<InspectorPanel> window;

  @BeforeEach
  void openAWindow() {
    window =
        TestWindow.of(
            () -> {
              InspectorPanel panel = new InspectorPanel(model);
              panel.setPreferredSize(new Dimension(340, 560));
              return panel;
            });
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  private void openTheSum() {
    execute(() -> model.open(new SumExplainer(1, -2, 3), new Sum()));
    window.await("it shows", () -> terms().isShowing() && terms().getModel().getSize() == 3);
  }

  private TermList terms() {
    return InspectorPanelTest.find(window.content(), TermList.class);
  }

  private String title() {
    return execute(() -> model.current().map(Explanation::title).orElse("nothing"));
  }

  @Test
  void saysWhatToDoWhileItIsEmpty() {
    window.find().textBox("inspectorEmpty").requireVisible();
    openTheSum();
    window.find().textBox("inspectorTitle").requireText("s");
    window.picture("inspector-window");
  }

  @Test
  void aClickOnASourceGoesDownAndTheTrailLeadsBack() {
    openTheSum();
    Rectangle first = execute(() -> terms().getCellBounds(0, 0));
    window.click(terms(), new Point(first.x + 16, first.y + 12));
    window.await("the largest term's source shows", () -> title().equals("x3"));
    window.robot().click(window.robot().finder().findByName("inspectorCrumb0"));
    window.await("the sum shows again", () -> title().equals("s"));
  }

  @Test
  void enterFollowsAndBackspaceReturns() {
    openTheSum();
    execute(() -> terms().requestFocusInWindow());
    window.await("the terms have the keyboard", () -> terms().isFocusOwner());
    window.press(KeyEvent.VK_DOWN);
    if (execute(() -> terms().getSelectedIndex()) == 0) {
      window.press(KeyEvent.VK_DOWN);
    }
    window.press(KeyEvent.VK_ENTER);
    assertThat(title()).isEqualTo("x2");
    window.press(KeyEvent.VK_BACK_SPACE);
    window.await("the sum shows again", () -> title().equals("s"));
  }

  @Test
  void theOrderOfTheTermsCanBeThatOfTheSum() {
    openTheSum();
    assertThat(firstTerm()).isEqualTo("2·x3");
    window.find().toggleButton("inspectorOrder.1").click();
    window.await("the first term comes first", () -> firstTerm().equals("2·x1"));
  }

  private String firstTerm() {
    return execute(() -> terms().getModel().getElementAt(0).label());
  }
}
