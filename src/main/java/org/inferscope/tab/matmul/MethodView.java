package org.inferscope.tab.matmul;

import java.util.List;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Grain;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.IntSpinner;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.control.ToolTips;

/** How the product is computed: the algorithm, its tile size, and the grain of a step. */
final class MethodView {
  private final MatmulPresenter presenter;
  private final SegmentedControl<Algorithm> algorithm;
  private final SegmentedControl<Grain> grain;
  private final JLabel tileLabel = new JLabel(Texts.get("matmul.tile"));
  private final IntSpinner tile =
      new IntSpinner("matmul.tile", Texts.get("matmul.tile.name"), 1, Method.LARGEST_TILE, 2);
  private final JPanel algorithmGroup =
      new JPanel(new MigLayout("insets 0, gap 6, hidemode 3", "", "[center]"));

  MethodView(MatmulPresenter presenter) {
    this.presenter = presenter;
    algorithm =
        new SegmentedControl<>(
            "matmul.algorithm",
            Texts.get("matmul.algorithm"),
            Stream.of(Algorithm.values()).map(MethodView::segment).toList());
    grain =
        new SegmentedControl<>(
            "matmul.grain",
            Texts.get("matmul.grain"),
            List.of(
                new Segment<>(
                    Grain.PRODUCT,
                    Texts.get("matmul.grain.product"),
                    Texts.get("matmul.grain.product.tip")),
                new Segment<>(
                    Grain.ELEMENT,
                    Texts.get("matmul.grain.element"),
                    Texts.get("matmul.grain.element.tip")),
                new Segment<>(
                    Grain.MULTIPLY_ADD,
                    Texts.get("matmul.grain.term"),
                    Texts.get("matmul.grain.term.tip"))));
    algorithm.onChange(presenter::setAlgorithm);
    grain.onChange(presenter::setGrain);
    tile.onChange(presenter::setTile);
    algorithmGroup.setOpaque(false);
    algorithmGroup.add(algorithm);
    algorithmGroup.add(tileLabel);
    algorithmGroup.add(tile);
  }

  private static Segment<Algorithm> segment(Algorithm of) {
    return new Segment<>(of, label(of), ToolTips.wrapped(of.title() + ". " + of.meaning()));
  }

  /** The short name on the button. */
  static String label(Algorithm of) {
    return switch (of) {
      case DOT -> Texts.get("matmul.algorithm.dot");
      case ROW -> Texts.get("matmul.algorithm.row");
      case COLUMN -> Texts.get("matmul.algorithm.column");
      case OUTER -> Texts.get("matmul.algorithm.outer");
      case TILED -> Texts.get("matmul.algorithm.tiled");
      case SYSTOLIC -> Texts.get("matmul.algorithm.systolic");
    };
  }

  JComponent algorithm() {
    return algorithmGroup;
  }

  JComponent grain() {
    return grain;
  }

  /** Shows a change of the state. */
  void refresh() {
    algorithm.setValue(presenter.algorithm());
    grain.setValue(presenter.grain());
    boolean guessing = presenter.state().predict();
    algorithm.setEnabled(!guessing);
    grain.setEnabled(!guessing);
    tile.setNumber(presenter.state().method().tile());
    boolean tiled = presenter.algorithm() == Algorithm.TILED;
    tileLabel.setVisible(tiled);
    tile.setVisible(tiled);
  }
}
