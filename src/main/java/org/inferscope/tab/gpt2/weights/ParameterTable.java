package org.inferscope.tab.gpt2.weights;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.JTableHeader;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.Statistic;
import org.inferscope.model.gpt2.weights.WeightRef;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Column;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Listing;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * All parameters, or those that the filter leaves. The selected row is what the other parts show; a
 * click on a heading sorts; a second click on a number of the selected row explains it; Ctrl+C
 * copies the rows as the notebook prints them. Event thread.
 */
final class ParameterTable extends JTable {
  private static final int ROW = 22;
  private static final int PADDING = 6;

  /** What is shown, in order. */
  private static final List<Column> COLUMNS =
      List.of(Column.NAME, Column.SHAPE, Column.COUNT, Column.SHARE);

  private final WeightsPresenter presenter;
  private final Rows rows = new Rows();
  private List<ParameterFacts> measured = List.of();
  private boolean quiet;

  ParameterTable(WeightsPresenter presenter) {
    this.presenter = presenter;
    setModel(rows);
    setName("gpt2.weights.table");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2weights.table"));
    setDefaultRenderer(Object.class, new CellRenderer());
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setShowGrid(false);
    setIntercellSpacing(new Dimension(0, 0));
    setFillsViewportHeight(true);
    getTableHeader().setReorderingAllowed(false);
    getTableHeader().setDefaultRenderer(new Heading());
    getTableHeader().addMouseListener(new HeadingHand());
    addMouseListener(new RowHand());
    getSelectionModel().addListSelectionListener(event -> chosen());
    getActionMap()
        .put(
            "copy",
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                copy();
              }
            });
    getActionMap()
        .put(
            "selectNextRowCell",
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                explain(getSelectedRow(), Math.max(2, getSelectedColumn()));
              }
            });
    measure();
  }

  /** Shows what the presenter says now. */
  void refresh() {
    quiet = true;
    try {
      if (!presenter.parameters().equals(measured)) {
        measure();
      }
      rows.show(presenter.rows());
      int at = presenter.selected().map(of -> presenter.rows().indexOf(of)).orElse(-1);
      if (at < 0) {
        clearSelection();
      } else if (at != getSelectedRow()) {
        setRowSelectionInterval(at, at);
        scrollRectToVisible(getCellRect(at, 0, true));
      }
      getTableHeader().repaint();
    } finally {
      quiet = false;
    }
  }

  private void chosen() {
    int at = getSelectedRow();
    if (!quiet && at >= 0 && at < rows.shown.size()) {
      presenter.select(rows.shown.get(at).name());
    }
  }

  private void explain(int row, int column) {
    if (row < 0 || row >= rows.shown.size()) {
      return;
    }
    String name = rows.shown.get(row).name();
    Column of = COLUMNS.get(column);
    if (of == Column.COUNT || of == Column.SHAPE) {
      presenter.explain(new WeightRef.Figure(name, Statistic.COUNT));
    } else if (of == Column.SHARE) {
      presenter.explain(new WeightRef.Figure(name, Statistic.SHARE));
    }
  }

  /** The rows as the notebook prints them: name, shape, number of parameters. */
  String printed() {
    return rows.shown.stream()
        .map(
            each ->
                String.format(
                    "%-50s shape=%-20s params=%10s",
                    each.name(),
                    "torch.Size(" + each.shape().dims() + ")",
                    String.format("%,d", each.count())))
        .collect(Collectors.joining("\n"));
  }

  private void copy() {
    Toolkit.getDefaultToolkit()
        .getSystemClipboard()
        .setContents(new StringSelection(printed()), null);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (rows != null) {
      setDefaultRenderer(Object.class, new CellRenderer());
      getTableHeader().setDefaultRenderer(new Heading());
      measure();
    }
  }

  /** Rows and columns as large as their type needs. */
  private void measure() {
    measured = presenter.parameters();
    int line = getFontMetrics(Fonts.mono(Fonts.SMALL)).getHeight();
    setRowHeight(Math.max(Metrics.px(ROW), line + Metrics.px(4)));
    for (int i = 0; i < COLUMNS.size(); i++) {
      FontMetrics metrics = getFontMetrics(font(i));
      Column column = COLUMNS.get(i);
      int text =
          Math.max(
              getFontMetrics(Fonts.strong(Fonts.SMALL)).stringWidth(title(column) + " ↓"),
              presenter.parameters().stream()
                  .mapToInt(each -> metrics.stringWidth(text(each, column)))
                  .max()
                  .orElse(0));
      int width = text + 2 * Metrics.px(PADDING) + 2;
      getColumnModel().getColumn(i).setPreferredWidth(width);
      getColumnModel().getColumn(i).setMinWidth(Metrics.px(30));
    }
  }

  /** The width in which every column has room. */
  int wanted() {
    int sum = 0;
    for (int i = 0; i < COLUMNS.size(); i++) {
      sum += getColumnModel().getColumn(i).getPreferredWidth();
    }
    return sum;
  }

  private static Font font(int column) {
    return column == 0 ? Fonts.text(Fonts.SMALL) : Fonts.mono(Fonts.SMALL);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int row = rowAtPoint(event.getPoint());
    return row < 0
        ? null
        : ToolTips.wrapped(
            Texts.get(
                "gpt2weights.row",
                rows.shown.get(row).name(),
                WeightsWords.shape(rows.shown.get(row)),
                Numbers.count(rows.shown.get(row).count()),
                WeightsWords.share(rows.shown.get(row))));
  }

  @Override
  protected JTableHeader createDefaultTableHeader() {
    return new JTableHeader(columnModel) {
      @Override
      public @Nullable String getToolTipText(MouseEvent event) {
        return Texts.get("gpt2weights.sort.tip");
      }
    };
  }

  private static String title(Column column) {
    return switch (column) {
      case ORDER -> Texts.get("gpt2weights.column.order");
      case NAME -> Texts.get("gpt2weights.column.name");
      case SHAPE -> Texts.get("gpt2weights.column.shape");
      case COUNT -> Texts.get("gpt2weights.column.count");
      case SHARE -> Texts.get("gpt2weights.column.share");
    };
  }

  private static String text(ParameterFacts of, Column column) {
    return switch (column) {
      case ORDER, NAME -> of.name();
      case SHAPE -> WeightsWords.shape(of).replace(" ", "");
      case COUNT -> Numbers.count(of.count());
      case SHARE -> WeightsWords.share(of);
    };
  }

  private static final class Rows extends AbstractTableModel {
    private List<ParameterFacts> shown = List.of();

    void show(List<ParameterFacts> next) {
      if (!next.equals(shown)) {
        shown = next;
        fireTableDataChanged();
      }
    }

    @Override
    public int getRowCount() {
      return shown.size();
    }

    @Override
    public int getColumnCount() {
      return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
      return title(COLUMNS.get(column));
    }

    @Override
    public String getValueAt(int row, int column) {
      return text(shown.get(row), COLUMNS.get(column));
    }
  }

  private static final class CellRenderer extends DefaultTableCellRenderer {
    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      super.getTableCellRendererComponent(table, value, false, false, row, column);
      // Asked of the table, which keeps what is selected to itself while it is exported.
      setHorizontalAlignment(column == 0 ? LEADING : TRAILING);
      setFont(font(column));
      setForeground(Palette.text());
      setBackground(table.isRowSelected(row) ? Palette.accentSoft() : table.getBackground());
      boolean ring = focused && table.isFocusOwner();
      int side = Metrics.px(PADDING);
      int line = Metrics.px(2);
      setBorder(
          ring
              ? BorderFactory.createCompoundBorder(
                  BorderFactory.createLineBorder(Palette.accent(), line),
                  BorderFactory.createEmptyBorder(0, side - line, 0, side - line))
              : BorderFactory.createEmptyBorder(0, side, 0, side));
      return this;
    }
  }

  private final class Heading extends DefaultTableCellRenderer {
    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      super.getTableCellRendererComponent(table, value, false, false, row, column);
      Listing listing = presenter.settings().listing();
      Column of = COLUMNS.get(column);
      boolean sorted = listing.sort() == of;
      setText(sorted ? title(of) + (listing.descending() ? " ↓" : " ↑") : title(of));
      setHorizontalAlignment(column == 0 ? SwingConstants.LEADING : SwingConstants.TRAILING);
      setFont(sorted ? Fonts.strong(Fonts.SMALL) : Fonts.text(Fonts.SMALL));
      setForeground(sorted ? Palette.text() : Palette.muted());
      setBackground(table.getBackground());
      int side = Metrics.px(PADDING);
      setBorder(
          BorderFactory.createCompoundBorder(
              BorderFactory.createMatteBorder(0, 0, Metrics.px(1), 0, Palette.cellBorder()),
              BorderFactory.createEmptyBorder(Metrics.px(3), side, Metrics.px(3), side)));
      return this;
    }
  }

  private final class HeadingHand extends MouseAdapter {
    @Override
    public void mouseClicked(MouseEvent event) {
      int column = getTableHeader().columnAtPoint(event.getPoint());
      if (column >= 0) {
        presenter.sort(COLUMNS.get(column));
      }
    }
  }

  private final class RowHand extends MouseAdapter {
    private Optional<String> before = Optional.empty();

    @Override
    public void mousePressed(MouseEvent event) {
      before = presenter.selected().map(ParameterFacts::name);
      int row = rowAtPoint(event.getPoint());
      boolean same = row >= 0 && before.filter(rows.shown.get(row).name()::equals).isPresent();
      if (same) {
        explain(row, columnAtPoint(event.getPoint()));
      }
    }
  }
}
