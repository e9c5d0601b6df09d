package org.inferscope.tab.gpt2.states;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Adjustable;
import java.awt.CardLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.StatesSettings.Colours;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.theme.Metrics;

/** The three charts as one picture, and what chooses what is in them. Event thread. */
final class StatesView extends JPanel {
  private static final String CHARTS = "charts";
  private static final String EMPTY = "empty";

  private final Gpt2Presenter presenter;
  private final StatesScenes scenes;
  private final CardLayout cards = new CardLayout();
  private final HeatView heatView;
  private final TokenStrip strip;
  private final NormChart norms;
  private final CosineBars cosines;
  private final StateHeat heat;
  private final JLabel title = new JLabel();
  private final JLabel note = FollowingPanel.muted("");
  private final Paragraph missing = Paragraph.muted("");
  private final JScrollBar scroll = new JScrollBar(Adjustable.HORIZONTAL);
  private final SegmentedControl<Colours> colours;
  private boolean following;

  StatesView(Gpt2Presenter presenter, StatesScenes scenes) {
    this.presenter = presenter;
    this.scenes = scenes;
    setLayout(cards);
    setName("gpt2.states");
    setOpaque(false);
    heatView = new HeatView(presenter);
    strip = new TokenStrip(this::toggle);
    norms = new NormChart(presenter);
    cosines = new CosineBars(presenter);
    heat = new StateHeat(heatView);
    colours = colours();
    norms.onHover(heat::light);
    heat.onHover(norms::light);
    add(charts(), CHARTS);
    add(empty(), EMPTY);
    scroll.setName("gpt2.states.scroll");
    scroll.getAccessibleContext().setAccessibleName(Texts.get("gpt2states.scroll"));
    scroll.addAdjustmentListener(event -> scrolled());
    presenter.listen(this::refresh);
    refresh();
  }

  private JPanel charts() {
    JPanel charts =
        new JPanel(
            new MigLayout(
                "insets 2 12 6 12, gap 16 4, fill, hidemode 3, novisualpadding",
                "[grow 52,fill,sizegroup c][grow 48,fill,sizegroup c]",
                "[][grow 48,fill][][grow 52,fill][][]"));
    charts.setOpaque(false);
    JLabel beside = FollowingPanel.muted(Texts.get("gpt2states.beside"));
    beside.setLabelFor(strip);
    JScrollPane tokens =
        new JScrollPane(
            strip,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_NEVER,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_AS_NEEDED);
    tokens.setBorder(BorderFactory.createEmptyBorder());
    tokens.setOpaque(false);
    tokens.getViewport().setOpaque(false);
    charts.add(beside, "spanx, split 2, growx 0");
    charts.add(tokens, "growx, wmin 0, wrap");
    charts.add(norms.component(), "grow, wmin 0, hmin 60");
    charts.add(cosines, "grow, wmin 0, hmin 60, wrap");
    charts.add(title, "spanx, split 4, growx, wmin 0");
    charts.add(colours, "growx 0");
    charts.add(zoom("gpt2.states.out", "−", Texts.get("gpt2states.zoom.out"), 1), "growx 0");
    charts.add(zoom("gpt2.states.in", "+", Texts.get("gpt2states.zoom.in"), -1), "growx 0, wrap");
    charts.add(heat, "spanx, grow, wmin 0, hmin 60, wrap");
    charts.add(scroll, "spanx, growx, wrap");
    note.setName("gpt2.states.note");
    charts.add(note, "spanx, growx, wmin 0");
    return charts;
  }

  private JPanel empty() {
    JPanel empty = new JPanel(new MigLayout("insets 24, fill", "[grow,fill]", "[center]"));
    empty.setOpaque(false);
    missing.setName("gpt2.states.empty");
    empty.add(missing, "wmin 0");
    return empty;
  }

  private JButton zoom(String name, String sign, String words, int steps) {
    JButton button = new JButton(sign);
    button.setName(name);
    button.setToolTipText(words);
    button.getAccessibleContext().setAccessibleName(words);
    button.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_SQUARE);
    button.addActionListener(event -> heatView.zoom(steps, 0.5));
    return button;
  }

  private SegmentedControl<Colours> colours() {
    SegmentedControl<Colours> control =
        new SegmentedControl<>(
            "gpt2.states.colours",
            Texts.get("gpt2states.colours"),
            List.of(
                new Segment<>(
                    Colours.IN_VIEW,
                    Texts.get("gpt2states.colours.inView"),
                    Texts.get("gpt2states.colours.inView.tip")),
                new Segment<>(
                    Colours.ALL,
                    Texts.get("gpt2states.colours.all"),
                    Texts.get("gpt2states.colours.all.tip"))));
    control.onChange(
        chosen ->
            presenter.change(
                state -> state.with(state.states().with(chosen)),
                Texts.get("gpt2states.step.colours"),
                null));
    return control;
  }

  private void toggle(int position) {
    presenter.change(
        state -> state.with(state.states().toggled(position)),
        Texts.get("gpt2states.step.tokens"),
        null);
  }

  private void scrolled() {
    if (!following) {
      heatView.to(scroll.getValue());
    }
  }

  private void refresh() {
    if (presenter.state().view() != View.STATES) {
      return;
    }
    Optional<StatesScene> scene = scenes.current();
    scene.ifPresent(this::show);
    if (scene.isEmpty()) {
      missing.setText(
          presenter.problem().isEmpty() ? Texts.get("gpt2states.empty") : presenter.problem());
    }
    cards.show(this, scene.isPresent() ? CHARTS : EMPTY);
  }

  private void show(StatesScene scene) {
    strip.show(scene);
    norms.show(scene);
    cosines.show(scene);
    heat.show(scene);
    set(
        title,
        Texts.get(
            "gpt2states.heat.title",
            scene.followed().word(),
            Numbers.count(scene.from()),
            Numbers.count((long) scene.from() + scene.columns() - 1),
            Numbers.count(scene.width())));
    set(note, StatesWords.note(scene));
    // The caption says it there, and the room is needed.
    note.setVisible(!Metrics.isProjector());
    colours.setValue(presenter.state().states().colours());
    following = true;
    scroll.setVisible(scene.columns() < scene.width());
    scroll.setValues(scene.from(), scene.columns(), 0, scene.width());
    scroll.setBlockIncrement(scene.columns());
    scroll.setUnitIncrement(Math.max(1, scene.columns() / 16));
    following = false;
  }

  private static void set(JLabel label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }
}
