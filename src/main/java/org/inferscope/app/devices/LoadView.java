package org.inferscope.app.devices;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.jspecify.annotations.Nullable;

/** What the service does just now: job, queue, memory, who else is there. */
final class LoadView extends JPanel {
  private static final int FULL = 1000;

  private final Paragraph running = value("running");
  private final JProgressBar bar = new JProgressBar(0, FULL);
  private final Paragraph queue = value("queue");
  private final Paragraph memory = value("memory");
  private final JLabel othersHead = head(Texts.get("devices.load.others"));
  private final Paragraph others = value("others");
  private transient @Nullable ServiceLoad shown;

  LoadView() {
    super(new MigLayout("insets 0, gap 12 4, hidemode 3", "[]12[grow,fill]", "[top]"));
    setOpaque(false);
    bar.getAccessibleContext().setAccessibleName(Texts.get("devices.load.progress"));
    add(head(Texts.get("devices.load.running")), "cell 0 0");
    add(running, "cell 1 0, wmin 0");
    add(bar, "cell 1 1, height 4!");
    add(head(Texts.get("devices.load.queue")), "cell 0 2");
    add(queue, "cell 1 2, wmin 0");
    add(head(Texts.get("devices.load.memory")), "cell 0 3");
    add(memory, "cell 1 3, wmin 0");
    add(othersHead, "cell 0 4");
    add(others, "cell 1 4, wmin 0");
  }

  private static JLabel head(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    return label;
  }

  private static Paragraph value(String name) {
    Paragraph paragraph = new Paragraph("");
    paragraph.setName("devices.load." + name);
    paragraph.putClientProperty(FlatClientProperties.STYLE, "margin: 0,0,0,0");
    return paragraph;
  }

  void show(ServiceLoad load) {
    if (load.equals(shown)) {
      return;
    }
    shown = load;
    running.setText(load.running());
    bar.setVisible(load.fraction() >= 0);
    bar.setValue((int) Math.round(FULL * Math.max(0, load.fraction())));
    queue.setText(load.queue());
    memory.setText(load.memory());
    others.setText(load.others());
    othersHead.setVisible(!load.others().isEmpty());
    others.setVisible(!load.others().isEmpty());
    revalidate();
    repaint();
  }
}
