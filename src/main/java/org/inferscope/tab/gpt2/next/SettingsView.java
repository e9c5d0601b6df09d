package org.inferscope.tab.gpt2.next;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.SeedField;
import org.inferscope.ui.control.ToolTips;

/**
 * How a token is chosen: three sliders with fields, and below them, smaller, what is set less
 * often. Event thread.
 */
final class SettingsView extends JPanel {
  private static final Set<Knob> WITH_SLIDER = EnumSet.of(Knob.TEMPERATURE, Knob.TOP_K, Knob.TOP_P);

  private final NextPresenter presenter;
  private final Map<Knob, KnobSlider> sliders = new EnumMap<>(Knob.class);
  private final Map<Knob, KnobField> fields = new EnumMap<>(Knob.class);
  private final JCheckBox greedy = new JCheckBox(Texts.get("gpt2next.greedy"));
  private final SeedField seed;
  private final JLabel problem = new JLabel();

  SettingsView(NextPresenter presenter) {
    super(
        new MigLayout(
            "insets 0, gap 6 1, fillx, novisualpadding, hidemode 3",
            "[][grow,fill][]",
            "[center]"));
    this.presenter = presenter;
    setName("gpt2.next.settings");
    setOpaque(false);
    for (Knob knob : Knob.values()) {
      fields.put(knob, new KnobField(presenter, knob, this::sayProblem));
    }
    WITH_SLIDER.forEach(this::addSlider);
    seed = new SeedField("gpt2.next.seed", this::reseed);
    seed.putClientProperty("FlatLaf.style", "margin: 0,4,0,4");
    add(others(), "spanx, growx, wmin 0, wrap");
    problem.putClientProperty("FlatLaf.style", "foreground: $Inferscope.error");
    problem.setName("gpt2.next.problem");
    problem.setVisible(false);
    add(problem, "spanx, wmin 0");
  }

  private void addSlider(Knob knob) {
    KnobSlider slider = new KnobSlider(presenter, knob);
    sliders.put(knob, slider);
    JLabel label = label(knob);
    label.setLabelFor(slider);
    add(label);
    add(slider, "wmin 60");
    add(field(knob), "w 64!, wrap");
  }

  private static JLabel label(Knob knob) {
    JLabel label = new JLabel(knob.title());
    label.setToolTipText(ToolTips.wrapped(knob.tip()));
    return label;
  }

  private KnobField field(Knob knob) {
    KnobField field = fields.get(knob);
    if (field == null) {
      throw new IllegalArgumentException("no field for " + knob);
    }
    return field;
  }

  private JPanel others() {
    JPanel row =
        new JPanel(new MigLayout("insets 0, gap 4, fillx, novisualpadding", "", "[center]"));
    row.setOpaque(false);
    greedy.setName("gpt2.next.greedy");
    greedy.setOpaque(false);
    greedy.setToolTipText(ToolTips.wrapped(Texts.get("gpt2next.greedy.tip")));
    greedy.addActionListener(event -> setGreedy(greedy.isSelected()));
    row.add(greedy);
    addSmall(row, Knob.MIN_P);
    addSmall(row, Knob.PENALTY);
    JLabel label = new JLabel(Texts.get("gpt2next.seed"));
    label.setLabelFor(seed);
    row.add(label, "gapleft push");
    row.add(seed, "w 48:64:64");
    return row;
  }

  private void addSmall(JPanel row, Knob knob) {
    JLabel label = label(knob);
    label.setLabelFor(field(knob));
    row.add(label, "gapleft push");
    row.add(field(knob), "w 40:52:52");
  }

  private void setGreedy(boolean on) {
    presenter.sample(
        old ->
            new SamplingSettings(
                on,
                old.temperature(),
                old.topK(),
                old.topP(),
                old.minP(),
                old.repetitionPenalty(),
                old.seed()),
        null);
  }

  private void reseed(long number) {
    presenter.sample(
        old ->
            new SamplingSettings(
                old.greedy(),
                old.temperature(),
                old.topK(),
                old.topP(),
                old.minP(),
                old.repetitionPenalty(),
                number),
        null);
  }

  private void sayProblem() {
    String words =
        fields.values().stream()
            .map(KnobField::problem)
            .filter(sentence -> !sentence.isEmpty())
            .findFirst()
            .orElse("");
    problem.setText(words.isEmpty() ? "" : ToolTips.wrapped(words));
    problem.setVisible(!words.isEmpty());
    revalidate();
  }

  /** Shows a change. */
  void refresh() {
    SamplingSettings settings = presenter.settings().sampling();
    boolean draws = !settings.greedy();
    sliders.forEach(
        (knob, slider) -> {
          slider.show(knob.value(settings));
          slider.setEnabled(draws);
        });
    fields.forEach(
        (knob, field) -> {
          field.show(knob.value(settings));
          field.setEnabled(draws || knob == Knob.PENALTY);
        });
    seed.show(settings.seed());
    seed.setEnabled(draws);
    greedy.setSelected(settings.greedy());
  }
}
