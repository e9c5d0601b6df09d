package org.inferscope.tab.roofline.layer;

import java.awt.Component;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumn;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The products of a layer as a table. A click lights the product and opens the figure; with the
 * keyboard the arrows go from cell to cell and Enter opens. Event thread.
 */
final class LayerTable extends JTable {
  private static final int ROW = 23;

  private final LayerPresenter presenter;
  private final LayerTableModel products;

  LayerTable(LayerPresenter presenter, LayerScene scene) {
    super(new LayerTableModel(scene));
    this.presenter = presenter;
    products = (LayerTableModel) getModel();
    setName("roofline.layer.table");
    getAccessibleContext().setAccessibleName(Texts.get("rooflinelayer.table"));
    setDefaultRenderer(Object.class, new LayerCell(products));
    setCellSelectionEnabled(true);
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setShowGrid(false);
    setIntercellSpacing(new Dimension(0, 0));
    setFillsViewportHeight(false);
    setAutoResizeMode(AUTO_RESIZE_ALL_COLUMNS);
    getTableHeader().setReorderingAllowed(false);
    getTableHeader().setDefaultRenderer(new Heading());
    FocusKeys.bind(this, KeyEvent.VK_ENTER, this::openSelected);
    getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "none");
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    measure();
  }

  void show(LayerScene scene) {
    products.show(scene);
  }

  /** Rows and columns as large as their type needs. */
  private void measure() {
    int high = Metrics.px(ROW);
    for (LayerColumn column : LayerColumn.values()) {
      Dimension room = LayerCell.room(this, column, column.widest());
      int heading = LayerCell.room(this, LayerColumn.NAME, column.title()).width - Metrics.px(16);
      TableColumn of = getColumnModel().getColumn(index(column));
      of.setPreferredWidth(Math.max(room.width, heading));
      high = Math.max(high, room.height + Metrics.px(4));
    }
    setRowHeight(high);
  }

  private int index(LayerColumn column) {
    return getColumnModel().getColumnIndex(column.title());
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (products != null) {
      setDefaultRenderer(Object.class, new LayerCell(products));
      getTableHeader().setDefaultRenderer(new Heading());
      measure();
    }
  }

  private void openSelected() {
    open(getSelectedRow(), getSelectedColumn());
  }

  private void open(int row, int column) {
    if (row < 0 || column < 0) {
      return;
    }
    products.row(row).ifPresent(each -> presenter.select(each.matmul()));
    products.ref(row, column).ifPresent(presenter::explain);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int row = rowAtPoint(event.getPoint());
    int column = columnAtPoint(event.getPoint());
    if (row < 0 || column < 0) {
      return null;
    }
    Optional<LayerRow> product = products.row(row);
    LayerColumn of = LayerTableModel.column(column);
    return ToolTips.wrapped(product.map(each -> LayerWords.cell(each, of)).orElseGet(of::meaning));
  }

  @Override
  protected JTableHeader createDefaultTableHeader() {
    return new JTableHeader(columnModel) {
      @Override
      public @Nullable String getToolTipText(MouseEvent event) {
        int column = columnAtPoint(event.getPoint());
        return column < 0 ? null : ToolTips.wrapped(LayerTableModel.column(column).meaning());
      }
    };
  }

  /** A heading at the side where its column's numbers stand. */
  private static final class Heading extends DefaultTableCellRenderer {
    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      super.getTableCellRendererComponent(table, value, false, false, row, column);
      LayerColumn of = LayerTableModel.column(column);
      JLabel label = this;
      label.setHorizontalAlignment(
          of == LayerColumn.NAME
              ? SwingConstants.LEADING
              : of == LayerColumn.BOUND ? SwingConstants.CENTER : SwingConstants.TRAILING);
      Font font = Fonts.text(Fonts.SMALL);
      label.setFont(font);
      label.setForeground(Palette.muted());
      label.setBackground(table.getBackground());
      label.setBorder(
          BorderFactory.createCompoundBorder(
              BorderFactory.createMatteBorder(0, 0, Metrics.px(1), 0, Palette.cellBorder()),
              BorderFactory.createEmptyBorder(
                  Metrics.px(3), Metrics.px(8), Metrics.px(3), Metrics.px(8))));
      return this;
    }
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      boolean opens = isFigure(event.getPoint());
      setCursor(Cursor.getPredefinedCursor(opens ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    private boolean isFigure(Point at) {
      int row = rowAtPoint(at);
      int column = columnAtPoint(at);
      return row >= 0 && column >= 0 && products.ref(row, column).isPresent();
    }

    @Override
    public void mousePressed(MouseEvent event) {
      popup(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      popup(event);
    }

    private void popup(MouseEvent event) {
      if (event.isPopupTrigger()) {
        products
            .row(rowAtPoint(event.getPoint()))
            .ifPresent(
                row -> LayerMenu.show(presenter, row, LayerTable.this, event.getX(), event.getY()));
      }
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      if (event.getButton() == MouseEvent.BUTTON1) {
        open(rowAtPoint(event.getPoint()), columnAtPoint(event.getPoint()));
      }
    }
  }
}
