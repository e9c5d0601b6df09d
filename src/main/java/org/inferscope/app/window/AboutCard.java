package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Icons;

/** Name, version and purpose. */
public final class AboutCard extends JPanel {
  private final JButton done = new JButton(Texts.get("app.card.done"));

  /**
   * The card.
   *
   * @param version the version of this Inferscope
   * @param close takes the card away
   */
  public AboutCard(String version, Runnable close) {
    super(new MigLayout("insets 28 36 20 36, wrap, gap 8", "[grow,center]"));
    setOpaque(false);
    JLabel name = new JLabel(Texts.get("app.name"));
    name.putClientProperty(FlatClientProperties.STYLE, "font: $h2.font");
    JLabel number = new JLabel(Texts.get("app.about.version", version));
    number.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    done.addActionListener(event -> close.run());
    add(new JLabel(Icons.app(72)));
    add(name, "gaptop 8");
    add(number);
    add(new JLabel(Texts.get("app.about.purpose")), "gaptop 8");
    add(done, "gaptop 16");
  }

  /** What should have the focus. */
  public JButton focus() {
    return done;
  }
}
