package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.Progress;
import org.inferscope.compute.Registration;
import org.inferscope.text.Texts;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/**
 * The running job: its name, how far it is, and a button to cancel it. A job that ends within a
 * moment is not shown at all, or every keystroke would make the status bar flicker.
 */
final class JobIndicator extends JPanel {
  private static final int MOMENT_MILLIS = 250;
  private static final int FULL = 1000;

  private final JLabel title = new JLabel();
  private final JProgressBar bar = new JProgressBar(0, FULL);
  private final JButton cancel = new JButton(Icons.of("close"));
  private Optional<Job<?>> running = Optional.empty();
  private @Nullable Registration soon;

  JobIndicator() {
    super(new MigLayout("insets 0, gap 8", "[0:pref][120!][]", "[center]"));
    setOpaque(false);
    setVisible(false);
    title.setName("status.job");
    title.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    cancel.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    cancel.setName("status.cancel");
    cancel.setToolTipText(Texts.get("app.job.cancel"));
    cancel.getAccessibleContext().setAccessibleName(Texts.get("app.job.cancel"));
    cancel.addActionListener(event -> running.ifPresent(Job::cancel));
    bar.getAccessibleContext().setAccessibleName(Texts.get("app.job.progress"));
    add(title, "wmin 0");
    add(bar);
    add(cancel, "width 24!, height 24!");
  }

  void show(JobsStatus jobs) {
    boolean another = !jobs.running().equals(running);
    running = jobs.running();
    running.ifPresent(job -> describe(job, jobs.waiting()));
    if (running.isEmpty()) {
      callOff();
      setVisible(false);
    } else if (another && !isVisible()) {
      callOff();
      soon = Edt.after(MOMENT_MILLIS, () -> setVisible(running.isPresent()));
    }
  }

  private void callOff() {
    if (soon != null) {
      soon.close();
      soon = null;
    }
  }

  private void describe(Job<?> job, int waiting) {
    Progress progress = job.progress();
    String words =
        progress.message().isEmpty()
            ? job.title()
            : Texts.get("app.job.doing", job.title(), progress.message());
    title.setText(waiting == 0 ? words : Texts.get("app.job.waiting", words, "" + waiting));
    title.setToolTipText(title.getText());
    bar.setIndeterminate(!progress.isKnown());
    if (progress.isKnown()) {
      bar.setValue((int) Math.round(progress.fraction() * FULL));
    }
  }
}
