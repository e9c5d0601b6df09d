package org.inferscope.app.card;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.theme.Icons;

/** What went wrong, in a sentence behind a sign; empty where nothing did. Event thread. */
public final class ProblemRow extends JPanel {
  private final JLabel sign = new JLabel(Icons.of("error"));
  private final Paragraph sentence;

  /**
   * An empty row.
   *
   * @param name of the sentence, for tests
   */
  public ProblemRow(String name) {
    super(new MigLayout("insets 0, gap 8, hidemode 3", "[][grow,fill]", "[top]"));
    setOpaque(false);
    sign.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.error");
    sentence = CardFrame.fault(name);
    add(sign);
    add(sentence, "wmin 0");
  }

  /** Says what went wrong; an empty sentence takes it back. */
  public void say(String problem) {
    sign.setVisible(!problem.isEmpty());
    CardFrame.say(sentence, problem);
  }
}
