package org.inferscope.app.models;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import org.inferscope.io.hub.KnownModel;
import org.inferscope.io.hub.ModelsFolder.State;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** A published model to choose: its name, its parameters, its download, and whether it is there. */
final class SizeRow {
  private static final double MILLION = 1e6;

  private final KnownModel model;
  private final JRadioButton button;
  private final JLabel parameters;
  private final JLabel bytes;
  private final JLabel tag = new JLabel();

  SizeRow(KnownModel model, Runnable choose) {
    this.model = model;
    String size = Numbers.bytes((double) model.bytes());
    String count =
        Texts.get("models.millions", Numbers.count(Math.round(model.parameters() / MILLION)));
    button = new JRadioButton(name(model));
    button.setName("models.size." + model.id());
    button.addActionListener(event -> choose.run());
    button
        .getAccessibleContext()
        .setAccessibleName(Texts.get("models.sizeTold", name(model), count, size));
    parameters = figure(count);
    bytes = figure(size);
    tag.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.ok");
  }

  private static String name(KnownModel model) {
    return switch (model) {
      case SMALL -> Texts.get("models.small");
      case MEDIUM -> Texts.get("models.medium");
      case LARGE -> Texts.get("models.large");
      case XL -> Texts.get("models.xl");
    };
  }

  private static JLabel figure(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(
        FlatClientProperties.STYLE, "font: $monospaced.font; foreground: $Inferscope.muted");
    return label;
  }

  /** Adds its four parts as a row. */
  void addTo(JPanel panel) {
    panel.add(button);
    panel.add(parameters);
    panel.add(bytes);
    panel.add(tag, "wmin 0, wrap");
  }

  JRadioButton button() {
    return button;
  }

  void show(GetModelState state) {
    State there = state.stateOf(model.id());
    button.setSelected(state.size().filter(model::equals).isPresent());
    button.setEnabled(!state.isBusy());
    tag.setText(words(there));
  }

  private static String words(State there) {
    return switch (there) {
      case ABSENT -> "";
      case PART -> Texts.get("models.tag.part");
      case HERE, CACHED -> Texts.get("models.tag.here");
    };
  }
}
