package org.inferscope.ui.inspector;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;

/** The trail: back and forward, and the values on the way; the first and the last few show. */
final class TrailBar extends JPanel {
  private static final int LAST_SHOWN = 3;

  private final InspectorModel model;
  private final JPanel crumbs = new JPanel(new MigLayout("insets 0, gap 0, novisualpadding"));
  private final List<AppAction> actions;

  TrailBar(InspectorModel model) {
    super(new MigLayout("insets 4 8 4 8, gap 2, novisualpadding, fillx", "[][][grow]"));
    this.model = model;
    setOpaque(false);
    crumbs.setOpaque(false);
    int alt = java.awt.event.InputEvent.ALT_DOWN_MASK;
    actions =
        List.of(
            AppAction.of("inspector.back", Texts.get("inspector.back"), model::back)
                .icon("back")
                .keys(KeyStroke.getKeyStroke(KeyEvent.VK_LEFT, alt))
                .when(model::canGoBack)
                .build(),
            AppAction.of("inspector.forward", Texts.get("inspector.forward"), model::forward)
                .icon("forward")
                .keys(KeyStroke.getKeyStroke(KeyEvent.VK_RIGHT, alt))
                .when(model::canGoForward)
                .build());
    actions.forEach(action -> add(ActionButtons.icon(action)));
    add(crumbs, "growx, wmin 0");
  }

  List<AppAction> actions() {
    return actions;
  }

  void refresh() {
    actions.forEach(AppAction::refresh);
    crumbs.removeAll();
    List<String> labels = model.crumbs();
    int firstOfLast = Math.max(1, labels.size() - LAST_SHOWN);
    for (int i = 0; i < labels.size(); i++) {
      if (i == 0 || i >= firstOfLast) {
        addSeparator(i);
        crumbs.add(crumb(i, labels.get(i)));
      } else if (i == 1) {
        addSeparator(i);
        crumbs.add(new JLabel("…"));
      }
    }
    crumbs.revalidate();
    crumbs.repaint();
  }

  private void addSeparator(int index) {
    if (index > 0) {
      JLabel arrow = new JLabel("›");
      arrow.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
      crumbs.add(arrow, "gapx 2 2");
    }
  }

  private AbstractButton crumb(int index, String label) {
    boolean here = index == model.place();
    JButton button = new JButton(label);
    button.setName("inspectorCrumb" + index);
    button.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    button.putClientProperty(
        FlatClientProperties.STYLE,
        here
            ? "toolbar.margin: 1,6,1,6; foreground: $Inferscope.text; font: semibold"
            : "toolbar.margin: 1,6,1,6; foreground: $Inferscope.accent");
    button.setToolTipText(Texts.get("inspector.crumb.tip", label));
    button.addActionListener(event -> model.goTo(index));
    return button;
  }
}
