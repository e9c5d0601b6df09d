package org.inferscope.tab.roofline.sweep;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Cursor;
import java.awt.FontMetrics;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.event.ListSelectionEvent;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * All results of a run. A click selects the product and opens the figure under it; with the
 * keyboard the arrows go from cell to cell and Enter opens. Event thread.
 */
final class SweepTable extends JTable {
  private static final long serialVersionUID = 1;
  private static final int ROW = 26;
  private static final int PADDING = 22;

  private final transient SweepPresenter presenter;
  private final transient SweepPoints points;
  private final transient SweepMenu menu;
  private final SweepRows rows;
  private boolean following;
  private float scale;

  SweepTable(SweepPresenter presenter, SweepPoints points, SweepMenu menu, SeriesLooks looks) {
    this.presenter = presenter;
    this.points = points;
    this.menu = menu;
    rows = new SweepRows(points);
    setName("roofline.sweep.table");
    getAccessibleContext().setAccessibleName(Texts.get("rooflinesweep.table"));
    setModel(rows);
    setDefaultRenderer(Object.class, new SweepCell(rows, looks));
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setCellSelectionEnabled(false);
    setRowSelectionAllowed(true);
    setShowGrid(false);
    setFillsViewportHeight(false);
    setOpaque(false);
    setAutoResizeMode(AUTO_RESIZE_ALL_COLUMNS);
    getTableHeader().setReorderingAllowed(false);
    getTableHeader().putClientProperty(FlatClientProperties.STYLE, "cellMargins: 2,8,2,8");
    getTableHeader().setDefaultRenderer(new Head(getTableHeader().getDefaultRenderer()));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> open(getSelectedRow(), getSelectedColumn()));
    FocusKeys.bind(this, KeyEvent.VK_CONTEXT_MENU, this::ask);
    fitColumns();
  }

  /** Shows a run; the selected product's row is lit. */
  void show(KeptRun run) {
    following = true;
    int columns = rows.getColumnCount();
    rows.show(run, presenter.compared().isPresent());
    if (columns != rows.getColumnCount() || scale != Metrics.scale()) {
      fitColumns();
    }
    int lit = presenter.selected().map(rows::indexOf).orElse(-1);
    if (lit < 0) {
      clearSelection();
    } else if (lit != getSelectedRow()) {
      setRowSelectionInterval(lit, lit);
    }
    following = false;
  }

  private void fitColumns() {
    scale = Metrics.scale();
    setRowHeight(Metrics.px(ROW));
    FontMetrics mono = getFontMetrics(Fonts.mono(Fonts.BODY));
    FontMetrics head = getFontMetrics(getTableHeader().getFont());
    for (int i = 0; i < rows.getColumnCount(); i++) {
      SweepColumn column = rows.column(i);
      int needs =
          Math.max(mono.stringWidth(column.widest()), head.stringWidth(column.title()))
              + Metrics.px(PADDING);
      getColumnModel().getColumn(i).setPreferredWidth(needs);
      getColumnModel().getColumn(i).setMinWidth(Metrics.px(ROW));
    }
  }

  /** The width at which every column shows its usual contents. */
  int fittingWidth() {
    int sum = 0;
    for (int i = 0; i < getColumnCount(); i++) {
      sum += getColumnModel().getColumn(i).getPreferredWidth();
    }
    return sum;
  }

  @Override
  public void valueChanged(ListSelectionEvent event) {
    super.valueChanged(event);
    if (!following && presenter != null && getSelectedRow() >= 0) {
      presenter.select(rows.row(getSelectedRow()));
    }
  }

  private void open(int row, int column) {
    if (row >= 0 && column >= 0) {
      rows.column(column).explain(rows.row(row), points);
    }
  }

  private void ask() {
    if (getSelectedRow() >= 0) {
      var cell = getCellRect(getSelectedRow(), Math.max(0, getSelectedColumn()), true);
      menu.show(rows.row(getSelectedRow()), this, new Point(cell.x, cell.y + cell.height));
    }
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return at(event.getPoint())
        .map(row -> tip(row, rows.column(columnAtPoint(event.getPoint()))))
        .orElse(null);
  }

  private String tip(int row, SweepColumn column) {
    KeptResult result = rows.row(row);
    return ToolTips.wrapped(
        rows.note(row)
            .map(why -> Texts.get("rooflinesweep.failed", result.name(), why))
            .orElseGet(() -> SweepTips.of(result, column)));
  }

  private Optional<Integer> at(Point point) {
    int row = rowAtPoint(point);
    return row >= 0 && columnAtPoint(point) >= 0 ? Optional.of(row) : Optional.empty();
  }

  /** Heads stand over what they name: numbers' at the right. */
  private final class Head implements TableCellRenderer {
    private final TableCellRenderer usual;

    Head(TableCellRenderer usual) {
      this.usual = usual;
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      var cell = usual.getTableCellRendererComponent(table, value, selected, focused, row, column);
      if (cell instanceof DefaultTableCellRenderer label) {
        boolean number = rows.column(column).isFigure();
        label.setHorizontalAlignment(number ? SwingConstants.RIGHT : SwingConstants.LEFT);
        label.setToolTipText(SweepTips.ofHead(rows.column(column)));
      }
      return cell;
    }
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      boolean opens =
          at(event.getPoint())
              .filter(row -> rows.note(row).isEmpty())
              .filter(row -> rows.column(columnAtPoint(event.getPoint())).isFigure())
              .isPresent();
      setCursor(Cursor.getPredefinedCursor(opens ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      if (SwingUtilities.isLeftMouseButton(event)) {
        at(event.getPoint()).ifPresent(row -> open(row, columnAtPoint(event.getPoint())));
      }
    }

    @Override
    public void mousePressed(MouseEvent event) {
      ask(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      ask(event);
    }

    private void ask(MouseEvent event) {
      if (event.isPopupTrigger()) {
        at(event.getPoint())
            .ifPresent(row -> menu.show(rows.row(row), SweepTable.this, event.getPoint()));
      }
    }
  }
}
