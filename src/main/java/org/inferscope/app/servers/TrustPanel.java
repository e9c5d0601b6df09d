package org.inferscope.app.servers;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;

/** What a server shows of itself, and the question whether to trust it. */
final class TrustPanel extends JPanel {
  /** Few, to be compared by eye. */
  private static final int PAIRS_A_LINE = 8;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withZone(ZoneId.systemDefault());

  private final Paragraph who = Paragraph.muted("");
  private final Paragraph print = new Paragraph("");

  TrustPanel() {
    super(new MigLayout("insets 0, gap 6, wrap", "[grow,fill]", "[]"));
    setOpaque(false);
    setName("servers.trust");
    Paragraph question = new Paragraph(Texts.get("servers.trust.question"));
    question.putClientProperty(FlatClientProperties.STYLE, "margin: 0,0,0,0; font: $semibold.font");
    print.setName("servers.fingerprint");
    print.putClientProperty(FlatClientProperties.STYLE, "margin: 0,0,0,0; font: $monospaced.font");
    // So that it can be copied to where it is compared.
    print.setFocusable(true);
    add(question, "wmin 0");
    add(print, "wmin 0");
    add(who, "wmin 0");
    add(Paragraph.muted(Texts.get("servers.trust.compare")), "wmin 0");
  }

  void show(Servers.Certificate certificate) {
    print.setText(Fingerprint.lines(certificate.fingerprint(), PAIRS_A_LINE));
    print
        .getAccessibleContext()
        .setAccessibleName(Texts.get("servers.fingerprint", print.getText()));
    who.setText(
        Texts.get("servers.trust.who", certificate.subject(), DAY.format(certificate.notAfter())));
  }
}
