package org.inferscope.tab.roofline.roof;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.model.roofline.MachineRoof;
import org.inferscope.model.roofline.explain.CeilingExplainer;
import org.inferscope.model.roofline.explain.CeilingRef;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ToolTips;
import org.jspecify.annotations.Nullable;

/** The side panel "This machine": its ceilings, measured. Event thread. */
final class MachinePanel extends FollowingPanel {
  private static final int STEPS = 1000;
  private static final String ERROR = "foreground: $Inferscope.error; margin: 0,0,0,0";
  private static final String QUIET = "foreground: $Inferscope.muted; margin: 0,0,0,0";

  private final RoofPresenter presenter;
  private final MachineDesk machine;
  private final JButton measure = new JButton();
  private final JButton cancel = new JButton(Texts.get("rooflineroof.machine.cancel"));
  private final JButton show = new JButton(Texts.get("rooflineroof.machine.show"));
  private final JProgressBar bar = new JProgressBar(0, STEPS);
  private final Paragraph step = Paragraph.muted("");
  private final Paragraph notice = new Paragraph("");
  private final Paragraph device = Paragraph.muted("");
  private final Paragraph notes = Paragraph.muted("");
  private final JPanel table =
      new JPanel(
          new MigLayout("insets 0, fillx, wrap 2, gap 6 0, novisualpadding", "[grow][right]"));

  private @Nullable MachineCeilings shown;

  MachinePanel(RoofPresenter presenter) {
    super("roofline.machine", presenter::listen);
    this.presenter = presenter;
    machine = presenter.machine();
    add(heading(Texts.get("rooflineroof.machine.title")));
    add(Paragraph.muted(Texts.get("rooflineroof.machine.about")), "wmin 10");
    add(buttons(), "wmin 10, gaptop 4");
    bar.setName("roofline.machine.progress");
    bar.getAccessibleContext().setAccessibleName(Texts.get("rooflineroof.machine.progress"));
    add(bar, "wmin 10, gaptop 4");
    step.setName("roofline.machine.step");
    add(step, "wmin 10");
    notice.setName("roofline.machine.notice");
    add(notice, "wmin 10");
    table.setOpaque(false);
    add(table, "wmin 10, gaptop 8");
    device.setName("roofline.machine.device");
    add(device, "wmin 10, gaptop 4");
    add(notes, "wmin 10");
    freshen();
  }

  private JPanel buttons() {
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 8 4, novisualpadding, hidemode 3"));
    buttons.setOpaque(false);
    measure.setName("roofline.machine.measure");
    measure.addActionListener(event -> machine.measure());
    cancel.setName("roofline.machine.cancel");
    cancel.addActionListener(event -> machine.cancel());
    show.setName("roofline.machine.show");
    show.setToolTipText(Texts.get("rooflineroof.machine.show.tip"));
    show.addActionListener(event -> presenter.shelf().holdAgainst(RooflineState.THIS_MACHINE));
    buttons.add(measure);
    buttons.add(cancel);
    buttons.add(show, "newline, spanx");
    return buttons;
  }

  @Override
  protected void refresh() {
    boolean running = machine.isRunning();
    measure.setText(
        machine.ceilings().isPresent()
            ? Texts.get("rooflineroof.machine.again")
            : Texts.get("rooflineroof.machine.measure"));
    measure.setEnabled(!running && machine.canMeasure());
    measure.setToolTipText(
        machine.canMeasure()
            ? Texts.get("rooflineroof.machine.measure.tip")
            : Texts.get("rooflineroof.machine.cannot"));
    cancel.setVisible(running);
    show.setVisible(!running && presenter.desk().machine().isPresent());
    show.setEnabled(!presenter.desk().state().devices().get(0).equals(RooflineState.THIS_MACHINE));
    bar.setVisible(running);
    step.setVisible(running);
    bar.setIndeterminate(!machine.progress().isKnown());
    bar.setValue((int) Math.round(machine.progress().fraction() * STEPS));
    String words = machine.progress().message();
    step.setText(words.isEmpty() ? Texts.get("rooflineroof.machine.waiting") : words);
    notice.setVisible(!machine.notice().isEmpty());
    notice.putClientProperty(FlatClientProperties.STYLE, machine.isError() ? ERROR : QUIET);
    notice.setText(machine.notice());
    machine.ceilings().ifPresent(this::show);
    table.setVisible(machine.ceilings().isPresent());
    device.setVisible(machine.ceilings().isPresent());
    notes.setVisible(machine.ceilings().filter(all -> !all.notes().isEmpty()).isPresent());
  }

  private void show(MachineCeilings measured) {
    if (measured.equals(shown)) {
      return;
    }
    shown = measured;
    table.removeAll();
    table.add(muted(Texts.get("rooflineroof.machine.limit")));
    table.add(muted(Texts.get("rooflineroof.machine.median")), "gapright 5");
    measured.ceilings().forEach(this::addRow);
    MachineRoof.of(measured).ifPresent(this::addRidge);
    table.revalidate();
    DateTimeFormatter format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault());
    device.setText(
        Texts.get(
            "rooflineroof.machine.device", measured.device(), format.format(measured.date())));
    notes.setText(String.join("\n", measured.notes()));
  }

  private void addRow(Ceiling ceiling) {
    String title = CeilingExplainer.title(ceiling.kind());
    String unit = ceiling.kind().limit().unit();
    JLabel name = new JLabel(title);
    name.setToolTipText(ToolTips.wrapped(CeilingExplainer.meaning(ceiling.kind())));
    table.add(name, "wmin 10");
    FigureButton value =
        new FigureButton(
            "roofline.machine." + ceiling.kind().key(),
            title,
            () -> machine.explain(new CeilingRef(ceiling.kind())));
    value.show(Numbers.si(ceiling.value(), unit), ToolTips.wrapped(ceiling.how()));
    table.add(value);
    table.add(
        muted(
            Texts.get(
                "rooflineroof.machine.from.to",
                Numbers.si(ceiling.min(), unit),
                Numbers.si(ceiling.max(), unit))),
        "spanx, right, gapright 5, gapbottom 3");
  }

  private void addRidge(MachineRoof roof) {
    table.add(new JLabel(PointFigure.RIDGE.title()), "wmin 10");
    FigureButton value =
        new FigureButton(
            "roofline.machine.ridge",
            PointFigure.RIDGE.title(),
            () -> machine.explain(new CeilingRef.Ridge()));
    value.show(
        Texts.get("rooflineroof.ridge", Numbers.cell(roof.roof().ridge())),
        ToolTips.wrapped(PointFigure.RIDGE.meaning()));
    table.add(value, "wrap");
  }
}
