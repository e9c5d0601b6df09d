package org.inferscope.app.card;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.Registration;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.Scrolling;
import org.jspecify.annotations.Nullable;

/**
 * A card that follows its presenter while it is shown, and what cards are made of. Event thread.
 */
public abstract class CardFrame extends JPanel {
  private transient @Nullable Registration following;

  /**
   * A card without content.
   *
   * @param name the card's, for tests
   */
  protected CardFrame(String name, MigLayout layout) {
    super(layout);
    setName(name);
    setOpaque(false);
  }

  /** Has the listener called after each change of what the card shows, until that is closed. */
  protected abstract Registration follow(Runnable listener);

  /** Shows what there is now. */
  protected abstract void refresh();

  /** The card was taken away. */
  protected void left() {}

  @Override
  public void addNotify() {
    super.addNotify();
    if (following == null) {
      following = follow(this::refresh);
    }
    refresh();
  }

  @Override
  public void removeNotify() {
    if (following != null) {
      following.close();
      following = null;
      left();
    }
    super.removeNotify();
  }

  /** A card's title. */
  protected static JLabel title(String text) {
    JLabel title = new JLabel(text);
    title.putClientProperty(FlatClientProperties.STYLE, "font: $h2.font");
    return title;
  }

  /** A see-through panel. */
  protected static JPanel clear(String layout, String columns, String rows) {
    JPanel panel = new JPanel(new MigLayout(layout, columns, rows));
    panel.setOpaque(false);
    return panel;
  }

  /** Content that scrolls up and down where the card is too low for it. */
  protected static JScrollPane scrolling(JComponent content) {
    JScrollPane scroll = Scrolling.vertical(content);
    scroll
        .getVerticalScrollBar()
        .putClientProperty(
            FlatClientProperties.STYLE,
            "track: $Inferscope.card; hoverTrackColor: $Inferscope.card");
    return scroll;
  }

  /** An empty paragraph for what is wrong. */
  protected static Paragraph fault(String name) {
    Paragraph fault = new Paragraph("");
    fault.setName(name);
    fault.putClientProperty(
        FlatClientProperties.STYLE, "foreground: $Inferscope.error; margin: 0,0,0,0");
    return fault;
  }

  /** Gives a paragraph its text, and hides it where it has none. */
  protected static void say(Paragraph paragraph, String text) {
    paragraph.setText(text);
    paragraph.setVisible(!text.isEmpty());
  }

  /** A button with its name, for tests. */
  protected static JButton button(String name, String text) {
    JButton button = new JButton(text);
    button.setName(name);
    return button;
  }

  /**
   * The row of buttons.
   *
   * @param left those at the left, such as for what is rarely wanted
   * @param right those at the right; of these the last is what the card is for
   */
  protected static JPanel buttons(List<JButton> left, List<JButton> right) {
    JPanel row = clear("insets 0, gap 8, hidemode 3", "[]push[]", "[]");
    // All of a side in one cell, so that those which are hidden leave no gaps.
    left.forEach(button -> row.add(button, "cell 0 0"));
    right.forEach(button -> row.add(button, "cell 1 0"));
    right.get(right.size() - 1).putClientProperty(FlatClientProperties.STYLE_CLASS, "primary");
    return row;
  }
}
