package org.inferscope.tab.roofline.roof;

import java.awt.Component;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.tab.roofline.roof.PointRows.Column;
import org.inferscope.tab.roofline.roof.RoofPoint.Group;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The points in sight as a table. A click on a row lights its point, a click on a figure (or Enter
 * on it) opens how it came to be, a double click on a name opens the product. Event thread.
 */
final class PointTable extends JScrollPane {
  private static final int ROW = 22;
  private static final int[] WIDTHS = {230, 54, 54, 54, 84, 72, 88, 104, 68};

  private final RoofPresenter presenter;
  private final RoofWords words;
  private final PointRows rows = new PointRows();
  private final JTable table = new Grid();
  private boolean showing;

  PointTable(RoofPresenter presenter, RoofWords words) {
    this.presenter = presenter;
    this.words = words;
    setBorder(BorderFactory.createEmptyBorder());
    setOpaque(false);
    getViewport().setOpaque(false);
    table.setName("roofline.roof.table");
    table.getAccessibleContext().setAccessibleName(Texts.get("rooflineroof.table"));
    table.setOpaque(false);
    table.setShowGrid(false);
    table.setFillsViewportHeight(true);
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.getTableHeader().setReorderingAllowed(false);
    table.getTableHeader().setDefaultRenderer(new Head());
    table.setDefaultRenderer(Object.class, new Cell());
    table.getTableHeader().setName("roofline.roof.table.header");
    for (int c = 0; c < WIDTHS.length; c++) {
      TableColumn column = table.getColumnModel().getColumn(c);
      column.setPreferredWidth(WIDTHS[c]);
    }
    table.getSelectionModel().addListSelectionListener(event -> chosen());
    Hand hand = new Hand();
    table.addMouseListener(hand);
    table.addMouseMotionListener(hand);
    bind();
    setViewportView(table);
    setColumnHeaderView(table.getTableHeader());
    getColumnHeader().setOpaque(false);
    table.getTableHeader().setOpaque(false);
  }

  private void bind() {
    KeyStroke enter = KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0);
    table.getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(enter, "explain");
    table
        .getActionMap()
        .put(
            "explain",
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                explain(table.getSelectedRow(), leadColumn());
              }
            });
  }

  private int leadColumn() {
    return table.getColumnModel().getSelectionModel().getLeadSelectionIndex();
  }

  private void chosen() {
    int row = table.getSelectedRow();
    if (!showing && row >= 0) {
      presenter.select(rows.at(row));
    }
  }

  private Optional<PointFigure> figure(int row, int column) {
    boolean filled =
        row >= 0
            && column >= 0
            && !Texts.get("rooflineroof.none").equals(rows.getValueAt(row, column));
    return filled ? Column.at(column).figure() : Optional.empty();
  }

  private void explain(int row, int column) {
    figure(row, column).ifPresent(figure -> presenter.explain(rows.at(row), figure));
  }

  /** Shows a change. */
  void refresh() {
    table.setRowHeight(Metrics.px(ROW + (Metrics.isProjector() ? 4 : 0)));
    List<RoofPoint> order = new ArrayList<>(presenter.points());
    order.sort(Comparator.comparing(point -> place(point.group())));
    showing = true;
    rows.show(order);
    int row = presenter.selected().map(rows::rowOf).orElse(-1);
    if (row < 0) {
      table.clearSelection();
    } else if (row != table.getSelectedRow()) {
      table.changeSelection(row, Math.max(0, leadColumn()), false, false);
    }
    showing = false;
  }

  /** Scenarios first, as the notebook lists them. */
  private static int place(Group group) {
    return switch (group) {
      case WALK -> 0;
      case SCENARIOS -> 1;
      case LAYER -> 2;
      case MEASURED -> 3;
    };
  }

  private final class Grid extends JTable {
    Grid() {
      super(rows);
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
      int row = rowAtPoint(event.getPoint());
      int column = columnAtPoint(event.getPoint());
      return row < 0
          ? null
          : ToolTips.wrapped(
              figure(row, column)
                  .map(PointFigure::meaning)
                  .orElseGet(() -> words.tip(rows.at(row))));
    }
  }

  /** Words at the left, numbers at the right in digits of one width. */
  private static final class Cell extends DefaultTableCellRenderer {
    private Font text = Fonts.text(Fonts.BODY);
    private Font digits = Fonts.mono(Fonts.SMALL);

    /** Looked up once a look, not for each cell. */
    @Override
    public void updateUI() {
      super.updateUI();
      text = Fonts.text(Fonts.BODY);
      digits = Fonts.mono(Fonts.SMALL);
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      super.getTableCellRendererComponent(table, value, selected, focused, row, column);
      boolean words = Column.at(column).figure().isEmpty();
      setHorizontalAlignment(words ? SwingConstants.LEADING : SwingConstants.TRAILING);
      setFont(words ? text : digits);
      if (!selected) {
        setOpaque(false);
        setForeground(Palette.text());
      } else {
        setOpaque(true);
      }
      return this;
    }
  }

  private static final class Head extends DefaultTableCellRenderer {
    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      JLabel label = this;
      label.setText(String.valueOf(value));
      label.setFont(Fonts.text(Fonts.SMALL));
      label.setForeground(Palette.muted());
      label.setOpaque(false);
      label.setBorder(
          BorderFactory.createCompoundBorder(
              BorderFactory.createMatteBorder(0, 0, 1, 0, Palette.cardBorder()),
              BorderFactory.createEmptyBorder(2, 3, 2, 3)));
      label.setHorizontalAlignment(
          Column.at(column).figure().isEmpty() ? SwingConstants.LEADING : SwingConstants.TRAILING);
      return this;
    }
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      Point at = event.getPoint();
      boolean opens = figure(table.rowAtPoint(at), table.columnAtPoint(at)).isPresent();
      table.setCursor(
          Cursor.getPredefinedCursor(opens ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      int row = table.rowAtPoint(event.getPoint());
      int column = table.columnAtPoint(event.getPoint());
      if (event.getClickCount() > 1 && row >= 0 && figure(row, column).isEmpty()) {
        presenter.open(rows.at(row));
      } else {
        explain(row, column);
      }
    }
  }

  /** The table itself, for tests. */
  JComponent grid() {
    return table;
  }
}
