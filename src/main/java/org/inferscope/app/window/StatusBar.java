package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.JobsStatus;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;

/**
 * The line at the bottom: the compute device and why it is that one, the running job, a download,
 * memory.
 */
public final class StatusBar extends JPanel {
  private final JButton device = new JButton();
  private final JLabel reason = new JLabel();
  private final JobIndicator job = new JobIndicator();
  private final DownloadIndicator download = new DownloadIndicator("status.download");
  private final DownloadIndicator pack = new DownloadIndicator("status.pack");
  private final JLabel memory = new JLabel();

  /** A bar that knows of no device yet. */
  StatusBar() {
    super(
        new MigLayout(
            "insets 0 12 0 16, gap 12, fill, hidemode 3",
            // Where there is no room for all, the reason is cut before the device's name.
            "[]4[grow,fill,0:pref,shrinkprio 200][]16[]",
            "[30!,center]"));
    setOpaque(false);
    device.setName("status.device");
    device.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    device.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    device.setIconTextGap(8);
    reason.setName("status.reason");
    reason.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.warning");
    memory.setName("status.memory");
    memory.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    add(device, "wmin 60");
    add(reason, "wmin 0");
    add(job, "wmin 0");
    // In one cell, so that a download which is not there leaves no gap.
    add(download, "split 3, wmin 0");
    add(pack, "wmin 0");
    add(memory);
  }

  /** Calls the listener when a person wants to see the devices. */
  public void onDevices(Runnable listener) {
    device.addActionListener(event -> listener.run());
    reason.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            listener.run();
          }
        });
  }

  /** What the device menu opens above. */
  public JComponent devicesAnchor() {
    return device;
  }

  /** Shows the device in use, and why it is that one where it stands in for another. */
  public void showDevice(DeviceStatus active) {
    String name = nameOf(active.device());
    device.setText(name);
    device.setIcon(new StateDot(active));
    String sentence = Texts.get("app.device.tooltip", name, active.reason()).strip();
    device.setToolTipText(ToolTips.wrapped(sentence));
    device.getAccessibleContext().setAccessibleName(sentence);
    reason.setText(active.reason());
    reason.setToolTipText(active.reason().isEmpty() ? null : ToolTips.wrapped(active.reason()));
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

  /** As {@link #showDownload}, of the GPU pack. */
  public void showPack(String words, String tooltip) {
    pack.show(words, tooltip);
  }

  /** Calls the listener when the download of the GPU pack is pressed. */
  public void onPack(Runnable listener) {
    pack.addActionListener(event -> listener.run());
  }

  /** Shows how much memory is used, in bytes. */
  public void showMemory(long used, long most) {
    memory.setText(Numbers.bytes((double) used));
    memory.setToolTipText(
        Texts.get(
            "app.memory.tooltip", Numbers.bytes((double) used), Numbers.bytes((double) most)));
  }
}
