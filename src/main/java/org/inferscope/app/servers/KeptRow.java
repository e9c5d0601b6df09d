package org.inferscope.app.servers;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;

/** A server that is kept: its address, its fingerprint, and how to forget it. */
final class KeptRow extends JPanel {
  private static final int PAIRS_A_LINE = 16;

  KeptRow(KeptServer server, Runnable forget) {
    super(new MigLayout("insets 0, gap 12 2, wrap 2", "[grow,fill][]", "[]"));
    setOpaque(false);
    Paragraph address = new Paragraph(server.address());
    address.putClientProperty(FlatClientProperties.STYLE, "margin: 0,0,0,0; font: $semibold.font");
    JButton button = new JButton(Texts.get("servers.forget"));
    button.setName("servers.forget." + server.address());
    button.setToolTipText(Texts.get("servers.forget.tip"));
    button
        .getAccessibleContext()
        .setAccessibleName(Texts.get("servers.forget.of", server.address()));
    button.addActionListener(event -> forget.run());
    add(address, "wmin 0");
    add(button, "spany 2, aligny center");
    add(print(server), "wmin 0");
  }

  private static Paragraph print(KeptServer server) {
    boolean plain = server.fingerprint().isEmpty();
    Paragraph print =
        Paragraph.muted(
            plain
                ? Texts.get("servers.kept.plain")
                : Fingerprint.lines(server.fingerprint(), PAIRS_A_LINE));
    if (!plain) {
      print.putClientProperty(
          FlatClientProperties.STYLE,
          "margin: 0,0,0,0; foreground: $Inferscope.muted; font: $monospaced.font");
    }
    return print;
  }
}
