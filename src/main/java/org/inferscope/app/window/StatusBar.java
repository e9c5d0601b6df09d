package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.JobsStatus;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * The line at the bottom: the compute device and why it is that one, the running job, a download,
 * memory.
 */
public final class StatusBar extends JPanel {
  private final JButton device = new JButton();
  private final JLabel reason = new JLabel();
  private final JobIndicator job = new JobIndicator();
  private final DownloadIndicator download = new DownloadIndicator();
  private final JLabel memory = new JLabel();
  private final Consumer<Device> choose;
  private List<DeviceStatus> devices = List.of();

  /**
   * A bar that knows of no device yet.
   *
   * @param choose called with the device a person picks
   */
  StatusBar(Consumer<Device> choose) {
    super(
        new MigLayout(
            "insets 0 12 0 16, gap 12, fill, hidemode 3",
            "[]4[grow,fill,0:pref][]16[]",
            "[30!,center]"));
    this.choose = choose;
    setOpaque(false);
    device.setName("status.device");
    device.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    device.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    device.setIconTextGap(8);
    device.addActionListener(event -> openDeviceMenu());
    reason.setName("status.reason");
    reason.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.warning");
    memory.setName("status.memory");
    memory.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    add(device, "wmin 60");
    add(reason, "wmin 0");
    add(job, "wmin 0");
    // In one cell, so that a download which is not there leaves no gap.
    add(download, "split 2, wmin 0");
    add(memory);
  }

  private void openDeviceMenu() {
    JPopupMenu menu = deviceMenu();
    menu.show(device, 0, -menu.getPreferredSize().height);
  }

  private JPopupMenu deviceMenu() {
    JPopupMenu menu = new JPopupMenu();
    for (DeviceStatus status : devices) {
      JRadioButtonMenuItem item = new JRadioButtonMenuItem(nameOf(status.device()));
      item.setSelected(device.getText().equals(nameOf(status.device())));
      item.setEnabled(status.state() != DeviceState.UNAVAILABLE);
      item.setToolTipText(status.reason().isEmpty() ? null : status.reason());
      if (!status.reason().isEmpty()) {
        item.setText(Texts.get("app.device.why", nameOf(status.device()), status.reason()));
      }
      item.addActionListener(event -> choose.accept(status.device()));
      menu.add(item);
    }
    return menu;
  }

  /** Shows the device in use, and keeps the others for its menu. */
  public void showDevices(DeviceStatus active, List<DeviceStatus> all) {
    devices = all;
    String name = nameOf(active.device());
    device.setText(name);
    device.setIcon(new StateDot(active));
    device.setToolTipText(Texts.get("app.device.tooltip", name, active.reason()).strip());
    device
        .getAccessibleContext()
        .setAccessibleName(Texts.get("app.device.tooltip", name, active.reason()).strip());
    reason.setText(active.reason());
    reason.setToolTipText(active.reason().isEmpty() ? null : active.reason());
  }

  private static String nameOf(Device device) {
    return Texts.get("app.device.name", device.backend(), device.name());
  }

  /** Shows the running job, if any. */
  public void showJobs(JobsStatus jobs) {
    job.show(jobs);
  }

  /**
   * Shows a download.
   *
   * @param words what it is and how far; empty for none
   * @param tooltip what pressing it does
   */
  public void showDownload(String words, String tooltip) {
    download.show(words, tooltip);
  }

  /** Calls the listener when the download is pressed. */
  public void onDownload(Runnable listener) {
    download.addActionListener(event -> listener.run());
  }

  /** Shows how much memory is used, in bytes. */
  public void showMemory(long used, long most) {
    memory.setText(Numbers.bytes((double) used));
    memory.setToolTipText(
        Texts.get(
            "app.memory.tooltip", Numbers.bytes((double) used), Numbers.bytes((double) most)));
  }
}
