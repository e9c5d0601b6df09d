package org.inferscope.app.devices;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.RoundRectangle2D;
import javax.swing.InputMap;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** One device: chosen by a click anywhere on it, or by Space and Enter on its circle. */
final class DeviceRow extends JPanel {
  private static final String ON_ROW = "margin: 0,0,0,0; ";

  private final String id;
  private final transient DevicesPresenter presenter;
  private final JRadioButton radio = new Circle();
  private final Paragraph name = new Paragraph("");
  private final JLabel state = new JLabel();
  private final Paragraph facts = Paragraph.muted("");
  private final Paragraph why = new Paragraph("");
  private final Paragraph found = new Paragraph("");
  private final JButton test = new JButton(Texts.get("devices.test"));
  private final JButton benchmark = new JButton(Texts.get("devices.benchmark"));
  private boolean chosen;
  private boolean choosable;

  DeviceRow(DeviceLine line, DevicesPresenter presenter) {
    super(
        new MigLayout(
            "insets 8 12 8 10, gap 8 2, hidemode 3, novisualpadding",
            "[]8[grow,fill][]",
            "[center]"));
    id = line.device().id();
    this.presenter = presenter;
    setOpaque(false);
    setName("devices.row." + id);
    build();
    listen();
    show(line);
  }

  private void build() {
    radio.setName("devices.choose." + id);
    radio.setOpaque(false);
    radio.putClientProperty(FlatClientProperties.STYLE, "margin: 2,0,2,0");
    name.putClientProperty(FlatClientProperties.STYLE, ON_ROW + "font: $semibold.font");
    why.setName("devices.why." + id);
    found.setName("devices.found." + id);
    test.setName("devices.test." + id);
    benchmark.setName("devices.benchmark." + id);
    quiet(test);
    quiet(benchmark);
    test.setToolTipText(Texts.get("devices.test.tip"));
    benchmark.setToolTipText(Texts.get("devices.benchmark.tip"));
    add(radio, "cell 0 0");
    add(name, "cell 1 0, wmin 0");
    add(state, "cell 2 0, alignx right");
    add(facts, "cell 1 1, wmin 0");
    add(buttons(), "cell 2 1, alignx right");
    add(why, "cell 1 2 2 1, wmin 0, growx");
    add(found, "cell 1 3 2 1, wmin 0, growx");
  }

  /** In a panel of their own, since one of them may be hidden. */
  private JPanel buttons() {
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 2, hidemode 3, novisualpadding"));
    buttons.setOpaque(false);
    buttons.add(test);
    buttons.add(benchmark);
    return buttons;
  }

  private static void quiet(JButton button) {
    button.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    button.putClientProperty(
        FlatClientProperties.STYLE,
        "foreground: $Inferscope.accent; toolbar.margin: 2,6,2,6; toolbar.spacingInsets: 0,0,0,0");
  }

  private void listen() {
    radio.addActionListener(event -> choose());
    test.addActionListener(event -> presenter.test(id));
    benchmark.addActionListener(event -> presenter.benchmark(id));
    MouseAdapter click =
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            radio.requestFocusInWindow();
            choose();
          }
        };
    for (Component part : new Component[] {this, name, facts, state, why, found}) {
      part.addMouseListener(click);
    }
    radio.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent event) {
            scrollRectToVisible(new Rectangle(0, 0, getWidth(), getHeight()));
            repaint();
          }

          @Override
          public void focusLost(FocusEvent event) {
            repaint();
          }
        });
  }

  private void choose() {
    radio.setSelected(chosen);
    if (choosable) {
      presenter.choose(id);
    }
  }

  String id() {
    return id;
  }

  /** What has the keyboard when the row does. */
  JRadioButton radio() {
    return radio;
  }

  boolean isChosen() {
    return chosen;
  }

  void show(DeviceLine line) {
    chosen = line.chosen();
    choosable = line.canBeChosen();
    radio.setSelected(chosen);
    radio.getAccessibleContext().setAccessibleName(line.spoken());
    setText(name, line.device().name());
    setText(facts, line.facts().equals(line.device().name()) ? "" : line.facts());
    ink(name, choosable ? "text" : "muted", "; font: $semibold.font");
    state.setText(line.standing().word());
    state.setIcon(new StandingDot(line.standing()));
    setText(why, line.why());
    ink(why, line.standing() == Standing.IN_USE ? "warning" : "muted", "");
    setText(found, line.trial().running() ? Texts.get("devices.testing") : line.trial().sentence());
    ink(found, line.trial().running() ? "muted" : line.trial().passed() ? "ok" : "error", "");
    test.setEnabled(!line.trial().running());
    test.getAccessibleContext()
        .setAccessibleName(Texts.get("devices.test.of", line.device().name()));
    benchmark.setVisible(presenter.canBenchmark());
    benchmark.setEnabled(choosable);
    benchmark
        .getAccessibleContext()
        .setAccessibleName(Texts.get("devices.benchmark.of", line.device().name()));
    repaint();
  }

  private static void setText(Paragraph paragraph, String text) {
    if (!paragraph.getText().equals(text)) {
      paragraph.setText(text);
      paragraph.revalidate();
    }
    paragraph.setVisible(!text.isEmpty());
  }

  private static void ink(Paragraph paragraph, String key, String more) {
    paragraph.putClientProperty(
        FlatClientProperties.STYLE, ON_ROW + "foreground: $Inferscope." + key + more);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    float arc = Metrics.px(2f * Metrics.RADIUS);
    float line = Metrics.px(radio.isFocusOwner() ? 1.5f : 1f);
    RoundRectangle2D shape =
        new RoundRectangle2D.Float(
            line / 2, line / 2, getWidth() - line, getHeight() - line, arc, arc);
    g.setColor(chosen ? Palette.accentSoft() : Palette.card());
    g.fill(shape);
    g.setColor(outline());
    g.setStroke(new BasicStroke(line));
    g.draw(shape);
    g.dispose();
  }

  private Color outline() {
    return radio.isFocusOwner() ? Palette.accent() : Palette.cardBorder();
  }

  /** Leaves the arrows to the menu: its own look and feel would keep them for a button group. */
  private static final class Circle extends JRadioButton {
    @Override
    public void updateUI() {
      super.updateUI();
      InputMap keys = getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
      keys.put(KeyStroke.getKeyStroke(KeyEvent.VK_UP, 0), "none");
      keys.put(KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, 0), "none");
    }
  }
}
