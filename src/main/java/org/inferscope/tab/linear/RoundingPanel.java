package org.inferscope.tab.linear;

import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JLabel;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.jspecify.annotations.Nullable;

/**
 * The side panel "Rounding": the number format that the layer is computed in, and how far each
 * format is from float64. Event thread.
 */
final class RoundingPanel extends FollowingPanel {
  /** Four formats fit into the narrowest dock. */
  private static final int SEGMENT_PADDING = 7;

  private final LinearPresenter presenter;
  private final SegmentedControl<DType> precision;
  private final JLabel row = muted("");
  private final RoundingTable table;
  private @Nullable LinearLayer layer;
  private @Nullable Matrix x;
  private int shownRow = -1;
  private RowErrors errors;

  RoundingPanel(LinearPresenter presenter) {
    super("linear.rounding", presenter::listen);
    this.presenter = presenter;
    errors = compute();
    precision = precisionControl();
    precision.onChange(presenter::setPrecision);
    table = new RoundingTable(errors, this::open);
    add(heading(Texts.get("linear.rounding.computeIn")));
    add(precision, "growx 0, gaptop 2");
    add(heading(Texts.get("linear.rounding.errors")), "gaptop 12");
    row.setName("linear.rounding.row");
    add(row, "wmin 10");
    add(table, "wmin 10, gaptop 4");
    add(Paragraph.muted(Texts.get("linear.rounding.bars")), "wmin 10, gaptop 4");
    add(heading(Texts.get("linear.rounding.how")), "gaptop 12");
    add(Paragraph.muted(Texts.get("linear.rounding.how.floats")), "wmin 10");
    add(Paragraph.muted(Texts.get("linear.rounding.how.int8")), "wmin 10, gaptop 2");
    freshen();
  }

  private static SegmentedControl<DType> precisionControl() {
    Stream<Segment<DType>> segments =
        RoundedLayer.FORMATS.stream()
            .map(
                dtype ->
                    new Segment<>(
                        dtype,
                        dtype.label(),
                        Texts.get("linear.rounding.computeIn.tip", dtype.label())));
    return new SegmentedControl<>(
        "linear.rounding.precision",
        Texts.get("linear.rounding.computeIn"),
        segments.toList(),
        SEGMENT_PADDING);
  }

  private RowErrors compute() {
    layer = presenter.layer();
    x = presenter.x();
    shownRow = presenter.row();
    return RowErrors.of(presenter.layer(), presenter.x(), presenter.row());
  }

  @Override
  protected void refresh() {
    boolean same =
        layer != null
            && x != null
            && layer.equals(presenter.layer())
            && x.equals(presenter.x())
            && shownRow == presenter.row();
    if (!same) {
      errors = compute();
    }
    precision.setValue(presenter.precision());
    boolean several = presenter.x().rows() > 1;
    row.setVisible(several);
    row.setText(
        Texts.get(
            "linear.rounding.row",
            Numbers.count(presenter.row() + 1),
            Numbers.count(presenter.x().rows())));
    table.show(errors, presenter.precision());
  }

  private void open(int i, Optional<DType> format) {
    int at = presenter.row();
    presenter.explain(
        format.isPresent()
            ? new LinearRef.RoundingError(format.get(), at, i)
            : new LinearRef.Rounded(presenter.precision(), at, i));
  }
}
