package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionRegistry;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.action.Shortcuts;

/** All shortcuts on one card, group by group. */
public final class ShortcutsCard extends JPanel {
  private final JButton done = new JButton(Texts.get("app.card.done"));

  /**
   * The shortcuts of all actions there are now.
   *
   * @param close takes the card away
   */
  public ShortcutsCard(ActionRegistry registry, Runnable close) {
    super(new MigLayout("insets 20 24 16 24, wrap, gap 12", "[grow,fill]", "[][grow,fill][]"));
    setOpaque(false);
    JLabel title = new JLabel(Texts.get("app.shortcuts.title"));
    title.putClientProperty(FlatClientProperties.STYLE, "font: $h2.font");
    JScrollPane scroll = new JScrollPane(table(registry));
    scroll.putClientProperty(FlatClientProperties.STYLE, "border: 0,0,0,0");
    scroll.getViewport().setOpaque(false);
    scroll.setOpaque(false);
    done.addActionListener(event -> close.run());
    add(title);
    add(scroll, "width 460, height 100:480");
    add(done, "right, growx 0");
  }

  /** What should have the focus. */
  public JButton focus() {
    return done;
  }

  private static JPanel table(ActionRegistry registry) {
    JPanel table = new JPanel(new MigLayout("insets 0 0 0 12, gap 8 6", "[grow,fill]24[right]"));
    table.setOpaque(false);
    for (String group : registry.groups()) {
      List<AppAction> actions =
          registry.in(group).stream().filter(action -> !action.keys().isEmpty()).toList();
      if (!actions.isEmpty()) {
        JLabel head = new JLabel(group);
        head.putClientProperty(
            FlatClientProperties.STYLE, "font: $semibold.font; foreground: $Inferscope.muted");
        table.add(head, "span, gaptop 10, wrap");
        actions.forEach(action -> addRow(table, action));
      }
    }
    return table;
  }

  private static void addRow(JPanel table, AppAction action) {
    JLabel keys =
        new JLabel(
            action.keys().stream()
                .map(Shortcuts::words)
                .distinct()
                .collect(Collectors.joining("   ")));
    keys.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    table.add(new JLabel(action.name()), "wmin 0");
    table.add(keys, "wrap");
  }
}
