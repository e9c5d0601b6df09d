package org.inferscope.ui.inspector;

import java.awt.Component;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import org.inferscope.model.explain.Term;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a sum as rows with bars. Only rows in sight are painted, so thousands are no burden.
 * Up and down move between terms, left and right between the links of one, Enter follows the link.
 */
final class TermList extends JList<Term> {
  private final InspectorModel model;
  private TermRanking ranking = TermRanking.of(List.of(), true, TermRanking.FIRST);
  private int chip;

  TermList(InspectorModel model) {
    this.model = model;
    setName("inspectorTerms");
    setOpaque(false);
    setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    setCellRenderer(new Row());
    getAccessibleContext().setAccessibleName(Texts.get("inspector.terms.name"));
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> moveChip(-1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> moveChip(1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, this::followChip);
    Mouse mouse = new Mouse();
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addListSelectionListener(event -> moveChip(-chip));
  }

  void show(TermRanking next) {
    ranking = next;
    DefaultListModel<Term> terms = new DefaultListModel<>();
    terms.addAll(next.shown());
    chip = 0;
    setModel(terms);
    setFixedCellHeight(TermRow.height(metrics()));
    setFixedCellWidth(1);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  private void moveChip(int by) {
    Term term = getSelectedValue();
    int last = term == null ? 0 : Math.max(0, term.sources().size() - 1);
    chip = Math.max(0, Math.min(last, chip + by));
    repaint();
  }

  private void followChip() {
    Term term = getSelectedValue();
    if (term != null && chip < term.sources().size()) {
      model.follow(term.sources().get(chip));
    }
  }

  private FontMetrics metrics() {
    return getFontMetrics(Fonts.mono(Fonts.BODY));
  }

  private List<String> labels(Term term) {
    return term.sources().stream().map(model::labelOf).toList();
  }

  private TermRow row(Term term) {
    FontMetrics names = getFontMetrics(Fonts.text(Fonts.BODY));
    return TermRow.of(
        getWidth(), names, metrics(), labels(term), Numbers.cell(term.contribution()));
  }

  /** The link at a point: selects its row and returns its index, or −1. */
  private int chipAt(MouseEvent event) {
    int index = locationToIndex(event.getPoint());
    Rectangle cell = index < 0 ? null : getCellBounds(index, index);
    if (cell == null || !cell.contains(event.getPoint())) {
      return -1;
    }
    return row(getModel().getElementAt(index)).chipAt(event.getX(), event.getY() - cell.y);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int index = locationToIndex(event.getPoint());
    return index < 0 ? null : words(getModel().getElementAt(index));
  }

  private static String words(Term term) {
    return Texts.get(
        "inspector.term", term.label(), term.numbers(), ShownValue.full(term.contribution()));
  }

  private final class Mouse extends MouseAdapter {
    @Override
    public void mouseClicked(MouseEvent event) {
      int clicked = chipAt(event);
      if (clicked >= 0) {
        setSelectedIndex(locationToIndex(event.getPoint()));
        chip = clicked;
        followChip();
      }
    }

    @Override
    public void mouseMoved(MouseEvent event) {
      boolean link = chipAt(event) >= 0;
      setCursor(Cursor.getPredefinedCursor(link ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }
  }

  /** The one component that paints every row. */
  private final class Row extends JPanel implements ListCellRenderer<Term> {
    private @Nullable Term term;
    private boolean lit;

    @Override
    public Component getListCellRendererComponent(
        JList<? extends Term> list, Term value, int index, boolean selected, boolean focused) {
      term = value;
      lit = selected && TermList.this.isFocusOwner();
      getAccessibleContext().setAccessibleName(words(value));
      return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Term shown = term;
      if (shown == null) {
        return;
      }
      Graphics2D g = Canvas.of(graphics);
      if (lit) {
        g.setColor(Palette.background());
        g.fillRoundRect(0, 0, getWidth(), getHeight(), 12, 12);
      }
      TermPainter.paint(g, shown, row(shown), labels(shown), ranking, lit ? chip : -1);
      g.dispose();
    }
  }
}
