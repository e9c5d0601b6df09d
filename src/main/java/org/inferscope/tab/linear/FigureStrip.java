package org.inferscope.tab.linear;

import java.util.EnumMap;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.linear.GeometryQuantity;
import org.inferscope.model.linear.LinearGeometry;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.ToolTips;

/** The figures of the geometry in a line; each opens its explanation. Event thread. */
final class FigureStrip extends JPanel {
  private record Figure(JLabel title, FigureButton value) {}

  private final LinearPresenter presenter;
  private final Map<GeometryQuantity, Figure> figures = new EnumMap<>(GeometryQuantity.class);

  FigureStrip(LinearPresenter presenter) {
    super(new MigLayout("insets 2 12 2 12, gap 4 0, hidemode 3, alignx center", "", "[center]"));
    this.presenter = presenter;
    setName("linear.geometry.figures");
    setOpaque(false);
    for (GeometryQuantity quantity : GeometryQuantity.values()) {
      FigureButton value =
          new FigureButton(
              "linear.geometry." + quantity,
              quantity.title(),
              () -> presenter.explain(new LinearRef.Geometry(quantity)));
      JLabel title = new JLabel(quantity.title());
      title.setLabelFor(value);
      add(title, figures.isEmpty() ? "" : "gapleft 14");
      add(value, "wmin 0");
      figures.put(quantity, new Figure(title, value));
    }
  }

  /** Shows the figures of the layer in force, which has a geometry. */
  void refresh() {
    LinearGeometry geometry = LinearGeometry.of(presenter.layer());
    figures.forEach(
        (quantity, figure) -> {
          boolean applies = quantity.applies(geometry.dimensions());
          figure.title().setVisible(applies);
          figure.value().setVisible(applies);
          if (applies) {
            figure
                .value()
                .show(Numbers.cell(geometry.value(quantity)), ToolTips.wrapped(quantity.meaning()));
          }
        });
  }
}
