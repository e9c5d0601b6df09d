package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dialog;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.StringSelection;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.inferscope.app.crash.CrashReport;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/**
 * Tells of an error nobody expected, once: while the dialog is open, further errors are added to
 * its details. Not modal, so that work can be saved whatever has happened. Event thread.
 */
public final class CrashDialog extends JDialog {
  private final JTextArea details = new JTextArea(14, 72);

  private CrashDialog(@Nullable Window owner, String summary, String logFolder) {
    super(owner, Texts.get("app.crash.title"), Dialog.ModalityType.MODELESS);
    JPanel content =
        new JPanel(new MigLayout("insets 20, gap 12, fill", "[]12[grow,fill]", "[][grow,fill][]"));
    JLabel icon = new JLabel(Icons.of("error", 28));
    icon.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.error");
    content.add(icon, "top");
    content.add(words(summary, logFolder), "wmin 0, wrap");
    content.add(detailsPane(), "span, grow, wrap");
    content.add(buttons(), "span, growx");
    setContentPane(content);
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
  }

  /**
   * Shows an error, in the dialog that is already open if there is one.
   *
   * @param owner the window it belongs to, if there is one yet
   * @param report the error
   * @param logFolder where the same is logged
   */
  public static void show(@Nullable Window owner, CrashReport report, String logFolder) {
    for (Window window : Window.getWindows()) {
      if (window instanceof CrashDialog open && open.isShowing()) {
        open.details.append("\n" + report.details());
        return;
      }
    }
    CrashDialog dialog = new CrashDialog(owner, report.summary(), logFolder);
    dialog.details.setText(report.details());
    dialog.details.setCaretPosition(0);
    dialog.pack();
    dialog.setLocationRelativeTo(owner);
    dialog.setVisible(true);
  }

  private static JTextArea words(String summary, String logFolder) {
    JTextArea words = new JTextArea(Texts.get("app.crash.words", summary, logFolder));
    words.setEditable(false);
    words.setLineWrap(true);
    words.setWrapStyleWord(true);
    words.setOpaque(false);
    words.setFocusable(false);
    words.putClientProperty(FlatClientProperties.STYLE, "background: null; border: 0,0,0,0");
    return words;
  }

  private JScrollPane detailsPane() {
    details.setName("crash-details");
    details.setEditable(false);
    details.setFont(Fonts.mono(Fonts.SMALL));
    details.getAccessibleContext().setAccessibleName(Texts.get("app.crash.details"));
    details.putClientProperty(
        FlatClientProperties.STYLE,
        "margin: 8,10,8,10; background: $Inferscope.card; inactiveBackground: $Inferscope.card");
    JScrollPane scroll = new JScrollPane(details);
    scroll.putClientProperty(
        FlatClientProperties.STYLE, "border: 1,1,1,1,$Inferscope.cardBorder,1,16");
    return scroll;
  }

  private JPanel buttons() {
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 8, fillx", "push[][]"));
    JButton copy = new JButton(Texts.get("app.crash.copy"));
    copy.setName("crash-copy");
    copy.addActionListener(event -> copyDetails());
    JButton goOn = new JButton(Texts.get("app.crash.continue"));
    goOn.setName("crash-continue");
    goOn.addActionListener(event -> dispose());
    buttons.add(copy);
    buttons.add(goOn);
    getRootPane().setDefaultButton(goOn);
    return buttons;
  }

  private void copyDetails() {
    StringSelection text = new StringSelection(details.getText());
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(text, text);
  }
}
