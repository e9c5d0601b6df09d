package org.inferscope.app.servers;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.inferscope.app.card.CardFrame;
import org.inferscope.app.servers.ConnectState.Faults;
import org.inferscope.app.servers.ConnectState.Form;
import org.inferscope.app.servers.ConnectState.Phase;
import org.inferscope.compute.Registration;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ScrollablePanel;
import org.inferscope.ui.control.TextEdits;

/** The card that connects to servers. Follows its presenter while it is shown. Event thread. */
public final class ConnectCard extends CardFrame {
  private static final String TOKEN = "servers.token.field";

  private final transient ConnectPresenter presenter;
  private final JTextField address = new JTextField(28);
  private final JPasswordField token = new JPasswordField(28);
  private final JToggleButton bare = new JToggleButton(Texts.get("servers.token.show"));
  private final JCheckBox secure = new JCheckBox(Texts.get("servers.secure"));
  private final Paragraph addressFault = fault("servers.fault.address");
  private final Paragraph tokenFault = fault("servers.fault.token");
  private final Paragraph secureFault = fault("servers.fault.secure");
  private final Paragraph general = fault("servers.fault.general");
  private final Paragraph words = Paragraph.muted("");
  private final TrustPanel trust = new TrustPanel();
  private final JPanel kept = clear("insets 0, gap 10, wrap", "[grow,fill]", "[]");
  private final JButton connect = button("servers.connect", "");
  private final JButton cancel = button("servers.cancel", Texts.get("servers.cancel"));
  private final JButton close = button("servers.close", Texts.get("servers.close"));
  private final char hidden = token.getEchoChar();
  private transient List<KeptServer> listed = List.of();
  private boolean showing;

  /**
   * The card.
   *
   * @param close takes the card away
   */
  public ConnectCard(ConnectPresenter presenter, Runnable close) {
    super(
        "servers.card",
        new MigLayout(
            "insets 20 24 16 24, gap 12, wrap, hidemode 3, fill",
            "[grow,fill,480:560]",
            "[][grow,fill][]"));
    this.presenter = presenter;
    add(title(Texts.get("servers.title")));
    add(scrolling(content()), "wmin 0, hmin 100");
    add(buttons(List.of(), List.of(this.close, cancel, connect)));
    listen(close);
    refresh();
  }

  private JPanel content() {
    JPanel content =
        new ScrollablePanel(
            new MigLayout("insets 0 0 0 4, gap 12 6, wrap 2, hidemode 3", "[]12[grow,fill]", "[]"));
    content.setOpaque(false);
    content.add(Paragraph.muted(Texts.get("servers.intro")), "span 2, growx, wmin 0, gapbottom 6");
    field(content, Texts.get("servers.address"), address, "servers.address.field");
    address.putClientProperty(
        FlatClientProperties.PLACEHOLDER_TEXT, Texts.get("servers.address.hint"));
    content.add(address, "wmin 0, growx");
    content.add(addressFault, "skip 1, wmin 0");
    field(content, Texts.get("servers.token"), token, TOKEN);
    bare.setName("servers.token.show");
    bare.setToolTipText(Texts.get("servers.token.showTip"));
    content.add(token, "wmin 0, split 2, growx, growy, pushx");
    content.add(bare);
    content.add(tokenFault, "skip 1, wmin 0");
    secure.setName("servers.secure");
    secure.setOpaque(false);
    content.add(secure, "skip 1, wmin 0");
    content.add(Paragraph.muted(Texts.get("servers.secure.about")), "skip 1, wmin 0");
    content.add(secureFault, "skip 1, wmin 0");
    content.add(trust, "span 2, growx, wmin 0, gaptop 6");
    words.setName("servers.words");
    content.add(words, "span 2, growx, wmin 0, gaptop 6");
    content.add(general, "span 2, growx, wmin 0");
    kept.setName("servers.kept");
    content.add(kept, "span 2, growx, wmin 0, gaptop 10");
    return content;
  }

  private static void field(JPanel content, String name, JTextField field, String id) {
    JLabel label = new JLabel(name);
    label.setLabelFor(field);
    field.setName(id);
    field.getAccessibleContext().setAccessibleName(name);
    content.add(label);
  }

  private void listen(Runnable closer) {
    TextEdits.listen(address, this::typed);
    TextEdits.listen(token, this::typed);
    secure.addActionListener(event -> typed());
    bare.addActionListener(event -> token.setEchoChar(bare.isSelected() ? (char) 0 : hidden));
    address.addActionListener(event -> presenter.connect());
    token.addActionListener(event -> presenter.connect());
    connect.addActionListener(event -> presenter.connect());
    cancel.addActionListener(event -> presenter.cancel());
    close.addActionListener(event -> closer.run());
  }

  private void typed() {
    if (!showing) {
      presenter.type(
          new Form(address.getText(), new String(token.getPassword()), secure.isSelected()));
    }
  }

  /** What should have the focus. */
  public JComponent focus() {
    return address;
  }

  @Override
  protected Registration follow(Runnable listener) {
    return presenter.onChange(listener);
  }

  @Override
  protected void left() {
    presenter.cancel();
  }

  @Override
  protected void refresh() {
    ConnectState state = presenter.state();
    showing = true;
    boolean free = !state.isBusy();
    write(address, state.form().address(), free);
    write(token, state.form().token(), free);
    secure.setSelected(state.form().secure());
    secure.setEnabled(free);
    showing = false;
    showFaults(state.faults());
    trust.setVisible(state.phase() == Phase.TRUSTING);
    state.certificate().ifPresent(trust::show);
    say(words, words(state));
    connect.setText(
        state.phase() == Phase.TRUSTING
            ? Texts.get("servers.trust")
            : Texts.get("servers.connect"));
    connect.setEnabled(free);
    cancel.setVisible(state.phase() != Phase.TYPING);
    close.setVisible(state.phase() == Phase.TYPING);
    list(state.kept());
    if (state.phase() == Phase.TRUSTING && address.isShowing()) {
      connect.requestFocusInWindow();
    }
    revalidate();
    repaint();
  }

  private static void write(JTextField field, String text, boolean editable) {
    String now =
        field instanceof JPasswordField secret ? new String(secret.getPassword()) : field.getText();
    if (!now.equals(text)) {
      field.setText(text);
    }
    field.setEnabled(editable);
  }

  private void showFaults(Faults faults) {
    say(addressFault, faults.address());
    say(tokenFault, faults.token());
    say(secureFault, faults.secure());
    say(general, faults.general());
    outline(address, faults.address());
    outline(token, faults.token());
    if (!faults.address().isEmpty()) {
      address.requestFocusInWindow();
    } else if (!faults.token().isEmpty()) {
      token.requestFocusInWindow();
    }
  }

  private static void outline(JTextField field, String fault) {
    field.putClientProperty(
        FlatClientProperties.OUTLINE, fault.isEmpty() ? null : FlatClientProperties.OUTLINE_ERROR);
    field.getAccessibleContext().setAccessibleDescription(fault);
  }

  private static String words(ConnectState state) {
    return switch (state.phase()) {
      case ASKING -> Texts.get("servers.asking", state.form().address().strip());
      case CONNECTING -> Texts.get("servers.connecting", state.form().address().strip());
      case TYPING, TRUSTING -> state.done();
    };
  }

  private void list(List<KeptServer> servers) {
    if (servers.equals(listed)) {
      return;
    }
    listed = servers;
    kept.removeAll();
    if (!servers.isEmpty()) {
      JLabel head = new JLabel(Texts.get("servers.kept"));
      head.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
      kept.add(head);
    }
    for (KeptServer server : servers) {
      kept.add(new KeptRow(server, () -> presenter.forget(server)), "wmin 0");
    }
  }
}
