package org.inferscope.tab.matmul;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.MatmulCost;
import org.inferscope.model.matmul.MatmulRef;
import org.inferscope.model.matmul.Quantity;
import org.inferscope.ui.control.FigureButton;
import org.jspecify.annotations.Nullable;

/** Figures of one or several costs under each other: name at the left, number at the right. */
final class FigureTable extends JPanel {
  private final List<Row> rows = new ArrayList<>();
  private final Consumer<ValueRef> inspect;
  private final String prefix;

  /**
   * An empty table.
   *
   * @param prefix of the names of its figures, for tests
   * @param inspect opens the explanation of a figure
   */
  FigureTable(String prefix, Consumer<ValueRef> inspect) {
    super(new MigLayout("insets 0, fillx, wrap 2, gapy 2", "[grow 0][grow,right]"));
    this.prefix = prefix;
    this.inspect = inspect;
    setOpaque(false);
  }

  /**
   * Adds a row.
   *
   * @param title what the figure is called here
   * @param suffix tells figures of the same quantity apart in their component names
   * @return to show a value in
   */
  Row add(Quantity quantity, String title, String suffix) {
    Row row = new Row(quantity, title, suffix);
    JLabel label = new JLabel(title);
    label.setToolTipText(quantity.meaning());
    add(label);
    add(row.figure);
    rows.add(row);
    return row;
  }

  /** Shows this cost in every row. */
  void show(MatmulCost cost) {
    rows.forEach(row -> row.show(cost));
  }

  /** One figure. */
  final class Row {
    private final Quantity quantity;
    private final FigureButton figure;
    private @Nullable MatmulCost cost;

    private Row(Quantity quantity, String title, String suffix) {
      this.quantity = quantity;
      figure = new FigureButton(prefix + suffix, title, this::explain);
    }

    /** Shows the figure of a cost. */
    void show(MatmulCost next) {
      cost = next;
      figure.show(next.text(quantity), quantity.meaning());
    }

    private void explain() {
      if (cost != null) {
        inspect.accept(new MatmulRef.Figure(cost, quantity));
      }
    }
  }
}
