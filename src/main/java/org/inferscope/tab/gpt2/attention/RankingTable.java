package org.inferscope.tab.gpt2.attention;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import org.inferscope.model.gpt2.attention.HeadFigures.Head;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.jspecify.annotations.Nullable;

/**
 * The heads by a figure. Selecting a row selects the head; a click on a figure, or Enter, opens it.
 * Event thread.
 */
final class RankingTable extends JTable {
  private final AttentionDesk desk;
  private final RankingModel heads;
  private RankingModel.@Nullable Key listed;
  private @Nullable AttentionScene scene;
  private boolean showing;

  RankingTable(AttentionDesk desk) {
    super(new RankingModel());
    this.desk = desk;
    heads = (RankingModel) getModel();
    setName("gpt2.attention.ranking.table");
    getAccessibleContext().setAccessibleName(Texts.get("attention.ranking"));
    setDefaultRenderer(Object.class, new RankingCell(heads));
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setShowGrid(false);
    setOpaque(false);
    setIntercellSpacing(new Dimension(0, 0));
    setTableHeader(null);
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> open(getSelectedRow()));
    getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "none");
    getSelectionModel()
        .addListSelectionListener(
            event -> {
              if (!showing && getSelectedRow() >= 0) {
                Head head = heads.head(getSelectedRow());
                desk.select(head.layer(), head.head());
              }
            });
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (event.getButton() == MouseEvent.BUTTON1
                && columnAtPoint(event.getPoint()) == RankingModel.VALUE) {
              open(rowAtPoint(event.getPoint()));
            }
          }
        });
    measure();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (heads != null) {
      measure();
    }
  }

  private void measure() {
    setRowHeight(RankingCell.high());
    double type = RankingCell.type();
    int[] widths = {(int) (type * 4.5), (int) (type * 10), (int) (type * 6.5)};
    for (int i = 0; i < widths.length; i++) {
      getColumnModel().getColumn(i).setPreferredWidth(widths[i]);
    }
  }

  void show(AttentionScene next) {
    scene = next;
    showing = true;
    RankingModel.Key key = RankingModel.Key.of(next);
    if (!key.equals(listed)) {
      listed = key;
      heads.show(next);
    }
    int row = heads.row(new Head(next.layer(), next.head()));
    if (row < 0) {
      clearSelection();
    } else if (row != getSelectedRow()) {
      setRowSelectionInterval(row, row);
      scrollRectToVisible(getCellRect(row, 0, true));
    }
    showing = false;
  }

  private void open(int row) {
    if (row >= 0 && heads.value(row).isPresent()) {
      desk.explain(heads.ref(row));
    }
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int row = rowAtPoint(event.getPoint());
    AttentionScene now = scene;
    return row < 0 || now == null
        ? null
        : ToolTips.wrapped(AttentionWords.head(now, heads.head(row)));
  }
}
