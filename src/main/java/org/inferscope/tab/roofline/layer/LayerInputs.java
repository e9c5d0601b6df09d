package org.inferscope.tab.roofline.layer;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.roofline.transformer.TransformerPreset;
import org.inferscope.model.roofline.transformer.Workload.Phase;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Choice;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.control.ToolTips;

/**
 * The model's sizes and what it is given to do: a column at the left of a wide view, a strip above
 * a narrow one. Event thread.
 */
final class LayerInputs extends JPanel {
  private static final int LONGEST = 1 << 17;
  private static final int LARGEST_BATCH = 1 << 10;
  private static final String ERROR = "foreground: $Inferscope.error; margin: 0,0,0,0";

  private final LayerPresenter presenter;
  private final Choice<Optional<TransformerPreset>> preset;
  private final Map<LayerField, SizeField> fields = new EnumMap<>(LayerField.class);
  private final Map<LayerField, JLabel> labels = new EnumMap<>(LayerField.class);
  private final List<WorkSlider> sliders = new ArrayList<>();
  private final JCheckBox gated = new JCheckBox(Texts.get("rooflinelayer.gated"));
  private final JCheckBox tied = new JCheckBox(Texts.get("rooflinelayer.tied"));
  private final SegmentedControl<Phase> phase;
  private final Paragraph problem = new Paragraph("");
  private final Paragraph source = Paragraph.muted("");
  private boolean showing;

  LayerInputs(LayerPresenter presenter) {
    this.presenter = presenter;
    setName("roofline.layer.inputs");
    setOpaque(false);
    preset = presetChoice();
    phase = phaseControl();
    for (LayerField field : LayerField.values()) {
      SizeField box = new SizeField(field, this::type);
      fields.put(field, box);
      JLabel label = FollowingPanel.muted(field.title());
      label.setLabelFor(box);
      labels.put(field, label);
    }
    sliders.add(new WorkSlider(LayerField.SEQUENCE, LONGEST, presenter));
    sliders.add(new WorkSlider(LayerField.BATCH, LARGEST_BATCH, presenter));
    sliders.add(new WorkSlider(LayerField.CACHED, LONGEST, presenter));
    flag(gated, "gated", Texts.get("rooflinelayer.gated.tip"));
    flag(tied, "tied", Texts.get("rooflinelayer.tied.tip"));
    gated.addActionListener(event -> presenter.setGated(gated.isSelected()));
    tied.addActionListener(event -> presenter.setTied(tied.isSelected()));
    problem.setName("roofline.layer.problem");
    problem.putClientProperty(FlatClientProperties.STYLE, ERROR);
    source.setName("roofline.layer.source");
    layOut(false);
  }

  private static void flag(JCheckBox box, String name, String tip) {
    box.setName("roofline.layer." + name);
    box.setOpaque(false);
    box.setToolTipText(ToolTips.wrapped(tip));
  }

  private Choice<Optional<TransformerPreset>> presetChoice() {
    List<Optional<TransformerPreset>> all = new ArrayList<>();
    presenter.presets().forEach(each -> all.add(Optional.of(each)));
    all.add(Optional.empty());
    Choice<Optional<TransformerPreset>> choice =
        new Choice<>(
            all,
            each ->
                each.map(TransformerPreset::name)
                    .orElseGet(() -> Texts.get("rooflinelayer.preset.own")));
    choice.setName("roofline.layer.preset");
    choice.getAccessibleContext().setAccessibleName(Texts.get("rooflinelayer.preset"));
    choice.addActionListener(
        event -> {
          if (!showing) {
            choice.chosen().ifPresentOrElse(presenter::choose, this::refresh);
          }
        });
    return choice;
  }

  private SegmentedControl<Phase> phaseControl() {
    SegmentedControl<Phase> control =
        new SegmentedControl<>(
            "roofline.layer.phase",
            Texts.get("rooflinelayer.phase"),
            List.of(
                new Segment<>(
                    Phase.PREFILL,
                    Texts.get("rooflinelayer.phase.prefill"),
                    Texts.get("rooflinelayer.phase.prefill.tip")),
                new Segment<>(
                    Phase.DECODE,
                    Texts.get("rooflinelayer.phase.decode"),
                    Texts.get("rooflinelayer.phase.decode.tip"))));
    control.onChange(presenter::setPhase);
    return control;
  }

  private void type() {
    Map<LayerField, String> texts = new EnumMap<>(LayerField.class);
    fields.forEach((field, box) -> texts.put(field, box.getText()));
    presenter.type(texts);
  }

  /** Arranges the inputs as a column or as a strip. */
  void layOut(boolean column) {
    removeAll();
    if (column) {
      layOutColumn();
    } else {
      layOutStrip();
    }
    revalidate();
  }

  private void layOutColumn() {
    setLayout(
        new MigLayout(
            "insets 0, fillx, wrap 1, gap 0 6, hidemode 3, novisualpadding", "[grow,fill]"));
    add(preset, "wmin 10");
    add(source, "wmin 10");
    JPanel sizes =
        see(
            new JPanel(
                new MigLayout("insets 0, gap 10 4, wrap 3, fillx", "[grow,fill]", "[]2[]8[]2[]")));
    List<LayerField> model = Stream.of(LayerField.values()).filter(LayerField::isOfModel).toList();
    for (int from = 0; from < model.size(); from += 3) {
      model.subList(from, from + 3).forEach(field -> sizes.add(labels.get(field), "wmin 10"));
      model.subList(from, from + 3).forEach(field -> sizes.add(fields.get(field), "wmin 10"));
    }
    add(sizes, "gaptop 4");
    add(gated, "split 2, gaptop 2");
    add(tied);
    add(phase, "growx 0, gaptop 8");
    sliders.forEach(
        slider -> {
          add(labels.get(slider.field()), "split 2, growx, wmin 10, gaptop 6");
          add(fields.get(slider.field()), "growx 0, w 90!");
          add(slider, "wmin 10");
        });
    add(problem, "wmin 10");
  }

  private void layOutStrip() {
    setLayout(
        new MigLayout(
            "insets 0, fillx, wrap 1, gap 0 4, hidemode 3, novisualpadding", "[grow,fill]"));
    JPanel sizes =
        see(
            new JPanel(
                new MigLayout("insets 0, gap 8 1, novisualpadding", "", "[bottom][center]")));
    sizes.add(FollowingPanel.muted(Texts.get("rooflinelayer.preset")), "cell 0 0");
    sizes.add(preset, "cell 0 1, w 150:170:200");
    int column = 1;
    for (LayerField field : LayerField.values()) {
      if (field.isOfModel()) {
        sizes.add(labels.get(field), "cell " + column + " 0, wmin 10");
        sizes.add(fields.get(field), "cell " + column + " 1, w 56:74:90, growx");
        column++;
      }
    }
    sizes.add(gated, "cell " + column + " 1");
    sizes.add(tied, "cell " + (column + 1) + " 1");
    JPanel work =
        see(
            new JPanel(
                new MigLayout(
                    "insets 0, gap 8 1, fillx, novisualpadding",
                    "[]12[grow,fill][]12[grow,fill][]12[grow,fill][]",
                    "[bottom][center]")));
    work.add(phase, "cell 0 0 1 2, aligny center");
    column = 1;
    for (WorkSlider slider : sliders) {
      work.add(labels.get(slider.field()), "cell " + column + " 0 2 1, wmin 10");
      work.add(slider, "cell " + column + " 1, wmin 40");
      work.add(fields.get(slider.field()), "cell " + (column + 1) + " 1, w 84!");
      column += 2;
    }
    add(sizes, "wmin 10");
    add(work, "wmin 10");
    add(problem, "wmin 10");
  }

  private static JPanel see(JPanel panel) {
    panel.setOpaque(false);
    return panel;
  }

  /** Shows what the presenter says now. */
  void refresh() {
    RooflineState state = presenter.state();
    showing = true;
    Optional<TransformerPreset> now = presenter.preset();
    preset.setSelectedItem(now);
    preset.setToolTipText(ToolTips.wrapped(tip(now)));
    showing = false;
    Map<LayerField, String> problems = presenter.problems();
    fields.forEach((field, box) -> box.show(field.value(state), problems.get(field)));
    sliders.forEach(slider -> slider.show(slider.field().value(state)));
    gated.setSelected(state.spec().gated());
    tied.setSelected(state.spec().tied());
    phase.setValue(state.work().phase());
    show(problem, words(problems));
    show(source, now.map(TransformerPreset::sources).orElse(""));
  }

  private static void show(Paragraph paragraph, String text) {
    if (!text.equals(paragraph.getText())) {
      paragraph.setText(text);
    }
    paragraph.setVisible(!text.isEmpty());
  }

  private static String tip(Optional<TransformerPreset> preset) {
    return preset
        .map(
            each ->
                Texts.get(
                    "rooflinelayer.preset.tip",
                    each.name(),
                    Integer.toString(each.year()),
                    Numbers.si(each.parameters(), "").replace('G', 'B').strip(),
                    Numbers.count(each.context()),
                    each.sources()))
        .orElseGet(() -> Texts.get("rooflinelayer.preset.own.tip"));
  }

  /** The first thing that does not hold. */
  private static String words(Map<LayerField, String> problems) {
    return Stream.of(LayerField.values())
        .filter(problems::containsKey)
        .findFirst()
        .map(problems::get)
        .orElse("");
  }
}
