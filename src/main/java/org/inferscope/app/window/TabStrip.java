package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.Tab;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.theme.Icons;

/** The strip at the top: the tabs at the left, the way to everything else at the right. */
final class TabStrip extends JPanel {
  private final List<JToggleButton> buttons = new ArrayList<>();
  private final OpenTabs tabs;

  /**
   * A strip for these tabs.
   *
   * @param palette opens the command palette
   * @param tools what else has a button here
   */
  TabStrip(OpenTabs tabs, AppAction palette, List<AppAction> tools) {
    super(new MigLayout("insets 0 16 0 12, gap 4, fill", "[]12[]push[][]", "[44!,center]"));
    this.tabs = tabs;
    JLabel mark = new JLabel(Icons.app(22));
    mark.getAccessibleContext().setAccessibleName(Texts.get("app.name"));
    add(mark);
    add(tabButtons(), "growy");
    add(searchButton(palette));
    JPanel toolButtons = new JPanel(new MigLayout("insets 0, gap 2"));
    toolButtons.setOpaque(false);
    tools.forEach(tool -> toolButtons.add(ActionButtons.icon(tool), "width 32!, height 32!"));
    add(toolButtons);
    tabs.onChange(this::followTabs);
    followTabs();
  }

  private JPanel tabButtons() {
    JPanel strip = new JPanel(new MigLayout("insets 0, gap 0, filly", "", "[grow,fill]"));
    strip.setOpaque(false);
    ButtonGroup group = new ButtonGroup();
    for (Tab tab : tabs.all()) {
      JToggleButton button = new JToggleButton(tab.title());
      button.setRequestFocusEnabled(false);
      button.setName("tab." + tab.id());
      button.putClientProperty(
          FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TAB);
      button.putClientProperty(
          FlatClientProperties.STYLE,
          "font: $semibold.font; tab.underlineHeight: 3; margin: 4,14,4,14;"
              + "tab.selectedBackground: null; tab.hoverBackground: $TabbedPane.hoverColor");
      button.addActionListener(event -> tabs.select(tab));
      group.add(button);
      buttons.add(button);
      strip.add(button);
    }
    return strip;
  }

  private static AbstractButton searchButton(AppAction palette) {
    JButton button = new JButton(palette);
    button.setText(
        palette.shortcut().map(keys -> palette.name() + "   " + keys).orElse(palette.name()));
    button.setName(palette.id());
    button.setIcon(Icons.of("search"));
    button.setIconTextGap(8);
    button.putClientProperty(
        FlatClientProperties.STYLE,
        "arc: 999; margin: 4,12,4,14; foreground: $Inferscope.muted;"
            + "background: $Inferscope.card; borderColor: $Inferscope.cardBorder");
    button.getAccessibleContext().setAccessibleName(palette.name());
    return button;
  }

  private void followTabs() {
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(tabs.all().get(i) == tabs.current());
    }
  }
}
