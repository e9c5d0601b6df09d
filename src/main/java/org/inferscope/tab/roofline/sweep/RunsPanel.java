package org.inferscope.tab.roofline.sweep;

import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.SidePanel;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.Scrolling;

/** The side panel "Kept runs". Event thread. */
public final class RunsPanel extends FollowingPanel {
  private static final String ID = "roofline.sweep.runs";

  private final SweepPresenter presenter;
  private final JPanel list =
      new JPanel(new MigLayout("insets 0, fillx, wrap 1, gapy 10", "[grow,fill]"));
  private final Paragraph none = Paragraph.muted("");
  private final Paragraph problems = Paragraph.muted("");
  private State shown = new State(List.of(), Optional.empty(), Optional.empty(), false);

  /** What the rows depend on. */
  private record State(
      List<KeptRun> kept, Optional<KeptRun> run, Optional<KeptRun> compared, boolean running) {}

  RunsPanel(SweepPresenter presenter) {
    super(ID, presenter::listen);
    this.presenter = presenter;
    list.setOpaque(false);
    problems.setName(ID + ".problems");
    none.setName(ID + ".none");
    add(heading(Texts.get("rooflinesweep.runs")));
    add(Paragraph.muted(Texts.get("rooflinesweep.runs.about")), "wmin 10");
    add(none, "wmin 10, gaptop 8");
    add(list, "wmin 10, gaptop 8");
    add(problems, "wmin 10, gaptop 8");
    freshen();
  }

  /** The panel for the dock, made when it is first shown. */
  public static SidePanel sidePanel(SweepPresenter presenter) {
    return new SidePanel(
        ID,
        Texts.get("rooflinesweep.runs.tab"),
        () -> {
          presenter.open();
          return Scrolling.vertical(new RunsPanel(presenter));
        });
  }

  @Override
  protected void refresh() {
    none.setVisible(presenter.kept().isEmpty());
    none.setText(Texts.get("rooflinesweep.runs.none"));
    problems.setVisible(!presenter.keptProblems().isEmpty());
    problems.setText(String.join("\n", presenter.keptProblems()));
    State now =
        new State(presenter.kept(), presenter.run(), presenter.compared(), presenter.isRunning());
    if (!now.equals(shown)) {
      shown = now;
      list.removeAll();
      now.kept().forEach(run -> list.add(row(run), "wmin 10"));
      list.revalidate();
      list.repaint();
    }
  }

  private JPanel row(KeptRun run) {
    JPanel row =
        new JPanel(
            new MigLayout("insets 0, gap 4 2, fillx, wrap 3, novisualpadding", "[][][grow,right]"));
    row.setOpaque(false);
    String title = RunWords.title(run);
    JLabel date = new JLabel(title);
    row.add(date, "spanx 3, wmin 10");
    row.add(
        Paragraph.muted(
            Texts.get(
                "rooflinesweep.runs.line", Numbers.count(run.points().size()), run.machine())),
        "spanx 3, growx, wmin 10");
    boolean isShown = isSame(presenter.run(), run);
    String name = ID + "." + run.date().toEpochMilli();
    JButton show =
        button(
            name + ".show",
            isShown ? Texts.get("rooflinesweep.runs.shown") : Texts.get("rooflinesweep.runs.show"),
            Texts.get("rooflinesweep.runs.show.tip", title),
            () -> presenter.show(run));
    show.setEnabled(!isShown && !presenter.isRunning());
    JToggleButton compare = new JToggleButton(Texts.get("rooflinesweep.runs.compare"));
    compare.setName(name + ".compare");
    compare.setToolTipText(Texts.get("rooflinesweep.runs.compare.tip", title));
    compare.setSelected(isSame(presenter.compared(), run));
    compare.setEnabled(!isShown);
    compare.addActionListener(
        event -> presenter.compare(compare.isSelected() ? Optional.of(run) : Optional.empty()));
    row.add(show);
    row.add(compare);
    row.add(
        button(
            name + ".delete",
            Texts.get("rooflinesweep.runs.delete"),
            Texts.get("rooflinesweep.runs.delete.tip", title),
            () -> presenter.delete(run)));
    return row;
  }

  private static JButton button(String name, String text, String tip, Runnable work) {
    JButton button = new JButton(text);
    button.setName(name);
    button.setToolTipText(tip);
    button.addActionListener(event -> work.run());
    return button;
  }

  private static boolean isSame(Optional<KeptRun> one, KeptRun other) {
    return one.filter(each -> each.date().equals(other.date())).isPresent();
  }
}
