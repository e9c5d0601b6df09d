package org.inferscope.tab.gpt2.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.attention.AttentionRef;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.ToolTips;

/** The mean of the figure that heads are listed by, for each layer. Event thread. */
final class LayerList extends JPanel {
  private final AttentionDesk desk;
  private final List<FigureButton> buttons = new ArrayList<>();

  LayerList(AttentionDesk desk) {
    super(new MigLayout("insets 0, gap 8 0, wrap 4, fillx", "[][grow,fill][][grow,fill]"));
    this.desk = desk;
    setOpaque(false);
    setName("gpt2.attention.layers");
    getAccessibleContext().setAccessibleName(Texts.get("attention.layers"));
  }

  void show(AttentionScene scene) {
    int layers = scene.trace().config().layers();
    if (layers != buttons.size()) {
      make(layers);
    }
    HeadFigure figure = scene.settings().ranking();
    for (int layer = 0; layer < layers; layer++) {
      OptionalDouble mean = mean(scene, layer, figure);
      buttons
          .get(layer)
          .show(
              AttentionWords.value(figure, mean),
              ToolTips.wrapped(
                  Texts.get(
                      "attention.layers.tip",
                      figure.title(),
                      mean.isPresent()
                          ? Numbers.full(mean.getAsDouble())
                          : Texts.get("attention.unknown"))));
    }
  }

  private static OptionalDouble mean(AttentionScene scene, int layer, HeadFigure figure) {
    return scene.figures().isPresent()
        ? mean(scene.figures().get(), layer, figure)
        : OptionalDouble.empty();
  }

  private static OptionalDouble mean(HeadFigures figures, int layer, HeadFigure figure) {
    return figures.layerMean(layer, figure);
  }

  private void make(int layers) {
    removeAll();
    buttons.clear();
    for (int layer = 0; layer < layers; layer++) {
      int of = layer;
      String name = Texts.get("attention.layers.name", String.valueOf(layer));
      FigureButton button =
          new FigureButton(
              "gpt2.attention.layer." + layer,
              name,
              () -> desk.explain(new AttentionRef.OfLayer(desk.settings().ranking(), of)));
      JLabel label = FollowingPanel.muted(name);
      label.setLabelFor(button);
      add(label);
      add(button);
      buttons.add(button);
    }
    revalidate();
  }
}
