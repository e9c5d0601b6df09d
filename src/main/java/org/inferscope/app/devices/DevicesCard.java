package org.inferscope.app.devices;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.inferscope.app.card.CardFrame;
import org.inferscope.compute.Registration;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ScrollablePanel;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/** The device menu. Follows its presenter, and the service, while it is shown. Event thread. */
public final class DevicesCard extends CardFrame {
  /** So often the figures of the service are asked for. */
  private static final int LIVE_MILLIS = 400;

  private final transient DevicesPresenter presenter;
  private final transient Ways ways;
  private final JPanel list =
      new ScrollablePanel(new MigLayout("insets 0 0 0 2, gap 6, wrap, fillx", "[grow,fill]", "[]"));
  private final transient List<DeviceRow> rows = new ArrayList<>();
  private final LoadView load = new LoadView();
  private final JButton again = new JButton(Texts.get("devices.lookAgain"));
  private final JButton connect = button("devices.connect", Texts.get("devices.connect"));
  private final JButton pack = button("devices.pack", Texts.get("devices.pack"));
  private final JButton close = new JButton(Icons.of("close"));

  /** Where the menu leads to. */
  public interface Ways {
    /** Takes the menu away. */
    void close();

    /** Whether servers can be connected to. */
    boolean canConnect();

    /** Opens the card that connects to servers. */
    void connect();

    /** Whether the GPU pack would be of use and is not there. */
    boolean isPackWanted();

    /** Opens the card of the GPU pack. */
    void pack();
  }

  /** The menu. */
  public DevicesCard(DevicesPresenter presenter, Ways ways) {
    super(
        "devices.card",
        new MigLayout(
            "insets 14 18 14 18, gap 10, wrap, hidemode 3, fill",
            "[grow,fill,480:580]",
            "[]8[grow,fill]12[]12[]"));
    this.presenter = presenter;
    this.ways = ways;
    build();
    listen();
    refresh();
  }

  private void build() {
    add(head());
    list.setOpaque(false);
    add(scrolling(list), "wmin 0, hmin 80");
    add(load, "wmin 0");
    add(buttons(), "wmin 0");
  }

  private JPanel head() {
    JPanel head = clear("insets 0, gap 8", "[grow,fill][][]", "[center]");
    JLabel title = new JLabel(Texts.get("devices.title"));
    title.putClientProperty(FlatClientProperties.STYLE, "font: $h3.font");
    quiet(again, "devices.lookAgain");
    again.setToolTipText(Texts.get("devices.lookAgain.tip"));
    quiet(close, "devices.close");
    close.setToolTipText(Texts.get("devices.close"));
    close.getAccessibleContext().setAccessibleName(Texts.get("devices.close"));
    head.add(title, "wmin 0");
    head.add(again);
    head.add(close, "width 28!, height 28!");
    return head;
  }

  private JPanel buttons() {
    JPanel row = clear("insets 0, gap 8, hidemode 3", "[][]", "[]");
    row.add(connect);
    row.add(pack);
    return row;
  }

  private static void quiet(JButton button, String name) {
    button.setName(name);
    button.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
  }

  private void listen() {
    again.addActionListener(event -> presenter.lookAgain());
    connect.addActionListener(event -> ways.connect());
    pack.addActionListener(event -> ways.pack());
    close.addActionListener(event -> ways.close());
    bind(KeyEvent.VK_DOWN, "down", 1);
    bind(KeyEvent.VK_UP, "up", -1);
  }

  private void bind(int key, String name, int step) {
    // Within the scroll pane, which would scroll with these keys.
    list.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key, 0), name);
    list.getActionMap()
        .put(
            name,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                move(step);
              }
            });
  }

  /** To the row above or below the one that has the keyboard. */
  private void move(int step) {
    int at = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).isAncestorOf(focused())) {
        at = i + step;
      }
    }
    if (at >= 0 && at < rows.size()) {
      rows.get(at).radio().requestFocusInWindow();
    }
  }

  private static @Nullable Component focused() {
    return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
  }

  /** What should have the focus: the circle of the chosen device. */
  public JComponent focus() {
    return rows.stream()
        .filter(DeviceRow::isChosen)
        .findFirst()
        .<JComponent>map(DeviceRow::radio)
        .orElse(close);
  }

  @Override
  protected Registration follow(Runnable listener) {
    Registration changes = presenter.onChange(listener);
    Registration live = Edt.every(LIVE_MILLIS, () -> load.show(presenter.load()));
    return () -> {
      changes.close();
      live.close();
    };
  }

  @Override
  protected void refresh() {
    List<DeviceLine> lines = presenter.lines();
    List<String> ids = lines.stream().map(line -> line.device().id()).toList();
    if (ids.equals(rows.stream().map(DeviceRow::id).toList())) {
      for (int i = 0; i < rows.size(); i++) {
        rows.get(i).show(lines.get(i));
      }
    } else {
      fill(lines);
    }
    load.show(presenter.load());
    again.setEnabled(!presenter.isLooking());
    again.setText(
        presenter.isLooking() ? Texts.get("devices.looking") : Texts.get("devices.lookAgain"));
    connect.setVisible(ways.canConnect());
    pack.setVisible(ways.isPackWanted());
    revalidate();
    repaint();
  }

  private void fill(List<DeviceLine> lines) {
    boolean hadFocus = list.isAncestorOf(focused());
    rows.clear();
    list.removeAll();
    for (DeviceLine line : lines) {
      DeviceRow row = new DeviceRow(line, presenter);
      rows.add(row);
      list.add(row, "wmin 0");
    }
    if (hadFocus) {
      focus().requestFocusInWindow();
    }
  }
}
