package org.inferscope.ui.grid;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.inferscope.tensor.MatrixFormat;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.CellField.Way;
import org.inferscope.ui.paint.Canvas;
import org.jspecify.annotations.Nullable;

/**
 * Makes a painted matrix editable as in a spreadsheet. Lay this see-through component over the
 * cells: it paints only the selection, and handles mouse, keyboard and clipboard.
 *
 * <p>Typing replaces the cell, F2 or a double click edits it, Enter goes down and Tab right (with
 * Shift back; Tab leaves after the last cell), arrows move, Shift extends the selection, Delete
 * sets zero, Ctrl/⌘ with A, C, X, V selects all, copies, cuts and pastes, Escape gives the keyboard
 * back to the window. Space, Home, End and the page keys are left to the window. Read-only, Enter
 * asks for the explanation instead. Event thread; can be painted without a display.
 */
public final class MatrixEditor extends JComponent implements Accessible {
  private final String title;
  private final GridHost host;
  private final GridGeometry geometry;
  private final GridClipboard clipboard;
  private final Bubble bubble = new Bubble();
  private final CellTyping typing = new CellTyping(this);
  private final List<Consumer<Cell>> leadListeners = new ArrayList<>();
  private final List<Consumer<Cell>> openListeners = new ArrayList<>();
  private final List<Consumer<Optional<Cell>>> hoverListeners = new ArrayList<>();
  private Function<Cell, String> tips = cell -> "";
  private GridSelection selection = GridSelection.of(0, 0);
  private boolean editable = true;

  /**
   * An editor.
   *
   * @param name the component's name, for tests
   * @param title the matrix' name on screen, such as "A"
   */
  public MatrixEditor(String name, String title, GridHost host, GridGeometry geometry) {
    this(name, title, host, geometry, () -> Toolkit.getDefaultToolkit().getSystemClipboard());
  }

  MatrixEditor(
      String name,
      String title,
      GridHost host,
      GridGeometry geometry,
      Supplier<Clipboard> clipboard) {
    this.title = title;
    this.host = host;
    this.geometry = geometry;
    this.clipboard = new GridClipboard(clipboard);
    setName(name);
    setFocusable(true);
    setFocusTraversalKeysEnabled(false);
    setToolTipText("");
    GridMouse mouse = new GridMouse(this);
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addFocusListener(new Focus());
    GridKeys.install(this);
    getAccessibleContext().setAccessibleName(title);
  }

  /** The name on screen. */
  public String title() {
    return title;
  }

  /** The selected cells, within the grid as it is now. */
  public GridSelection selection() {
    return selection.within(grid().rows(), grid().cols());
  }

  /** Selects cells without telling the listeners. */
  public void select(GridSelection next) {
    selection = next;
    bubble.dismiss();
    showProblem();
    repaint();
  }

  /** Whether cells can be changed; true at first. */
  public void setEditable(boolean editable) {
    this.editable = editable;
    typing.close();
  }

  /** Whether cells can be changed. */
  public boolean isEditable() {
    return editable;
  }

  /** Whether a cell is being typed in. */
  public boolean isEditing() {
    return typing.isOpen();
  }

  /** What the bubble beside the cell says; empty while there is none. */
  String message() {
    return bubble.text();
  }

  /** The place of a cell in this component. */
  public Rectangle boundsOf(Cell cell) {
    return geometry.boundsOf(cell);
  }

  /** Tells the listener the cell that the person moved to. */
  public void onLead(Consumer<Cell> listener) {
    leadListeners.add(listener);
  }

  /** Tells the listener which cell the person wants explained: clicked, or asked for by key. */
  public void onOpen(Consumer<Cell> listener) {
    openListeners.add(listener);
  }

  /** Tells the listener the cell under the mouse, or that there is none. */
  public void onHover(Consumer<Optional<Cell>> listener) {
    hoverListeners.add(listener);
  }

  /** Sets what the tooltip of a cell says; a bad cell says what is wrong with it instead. */
  public void setCellTips(Function<Cell, String> tips) {
    this.tips = tips;
  }

  /** Copies the selection, or the whole matrix if only one cell is selected. */
  public void copyAs(MatrixFormat format) {
    GridSelection part =
        selection().isSingle() ? GridSelection.all(grid().rows(), grid().cols()) : selection();
    copy(part, format);
  }

  /** Puts the clipboard's text in at the selection; shows why, where that cannot be done. */
  public void paste() {
    if (!editable) {
      return;
    }
    Optional<String> text = clipboard.text();
    if (text.isEmpty()) {
      complain(Texts.get("grid.paste.nothing"));
      return;
    }
    GridPaste result = GridPaste.of(grid(), selection(), text.get(), host.limits());
    if (result instanceof GridPaste.Done done) {
      host.edit(done.grid(), Texts.get("grid.undo.paste", title));
      select(done.selection());
    } else if (result instanceof GridPaste.Refused refused) {
      complain(refused.reason());
    }
  }

  /** Takes over what is being typed, if anything is. */
  public void commitEdit() {
    typing.commit(Way.STAY);
  }

  EntryGrid grid() {
    return host.grid();
  }

  void copySelection() {
    copy(selection(), MatrixFormat.TSV);
  }

  void clearSelection() {
    if (editable) {
      host.edit(grid().cleared(selection()), Texts.get("grid.undo.clear", title));
      select(selection());
    }
  }

  void selectAll() {
    moveTo(GridSelection.all(grid().rows(), grid().cols()));
  }

  /** Selects as the person asked. */
  void moveTo(GridSelection next) {
    select(next);
    Cell lead = selection().lead();
    getAccessibleContext().setAccessibleDescription(describe(lead));
    List.copyOf(leadListeners).forEach(listener -> listener.accept(lead));
  }

  void open() {
    Cell lead = selection().lead();
    List.copyOf(openListeners).forEach(listener -> listener.accept(lead));
  }

  void hover(Optional<Cell> cell) {
    List.copyOf(hoverListeners).forEach(listener -> listener.accept(cell));
  }

  /** The cell at a point, if there is one. */
  Optional<Cell> cellAt(int x, int y) {
    int row = geometry.rowAt(y);
    int col = geometry.columnAt(x);
    boolean inside = row >= 0 && col >= 0 && row < grid().rows() && col < grid().cols();
    return inside ? Optional.of(new Cell(row, col)) : Optional.empty();
  }

  /** Gives the keyboard back to the window. */
  void release() {
    JRootPane root = SwingUtilities.getRootPane(this);
    if (root != null) {
      root.requestFocusInWindow();
    }
  }

  /**
   * Opens the lead cell for typing.
   *
   * @param typed the text that replaces what is there; null to edit what is there
   */
  void beginEdit(@Nullable String typed) {
    if (!editable || typing.isOpen()) {
      return;
    }
    bubble.dismiss();
    Cell cell = selection().lead();
    select(GridSelection.of(cell));
    typing.open(cell, grid().at(cell).text(), typed);
  }

  /** Takes over what was typed into a cell, unless an undo took the cell away meanwhile. */
  void type(Cell cell, String text) {
    boolean there = cell.row() < grid().rows() && cell.col() < grid().cols();
    if (there && !text.equals(grid().at(cell).text())) {
      host.edit(grid().withText(cell, text), Texts.get("grid.undo.type", nameOf(cell)));
    }
  }

  /** Goes on after an entry; stays on one that is no number, so that it can be mended. */
  void goOn(Cell typed, Way way) {
    GridSelection entry = GridSelection.of(typed).within(grid().rows(), grid().cols());
    if (grid().at(entry.lead()).isBad()) {
      select(entry);
    } else {
      go(way);
    }
  }

  /** Moves the selection; Tab beyond the last cell leaves the editor. */
  void go(Way way) {
    int rows = grid().rows();
    int cols = grid().cols();
    GridSelection from = selection();
    switch (way) {
      case DOWN -> moveTo(from.below(rows, cols));
      case UP -> moveTo(from.above(rows, cols));
      case LEFT -> moveTo(from.moved(0, -1, rows, cols));
      case RIGHT -> moveTo(from.moved(0, 1, rows, cols));
      case NEXT -> from.next(rows, cols).ifPresentOrElse(this::moveTo, this::transferFocus);
      case PREVIOUS ->
          from.previous(rows, cols).ifPresentOrElse(this::moveTo, this::transferFocusBackward);
      case STAY -> moveTo(from);
    }
  }

  private void copy(GridSelection part, MatrixFormat format) {
    if (!clipboard.copy(grid(), part, format)) {
      complain(Texts.get("grid.copy.busy"));
    }
  }

  private void complain(String sentence) {
    bubble.show(sentence, this, boundsOf(selection().lead()));
  }

  private void showProblem() {
    String problem = grid().at(selection().lead()).problem();
    if (problem != null && editable && isFocusOwner() && !typing.isOpen()) {
      complain(problem);
    }
  }

  /** "A, row 1, column 2". */
  String nameOf(Cell cell) {
    return Texts.get(
        "grid.cell", title, Integer.toString(cell.row() + 1), Integer.toString(cell.col() + 1));
  }

  private String describe(Cell cell) {
    Entry entry = grid().at(cell);
    String problem = entry.problem();
    return nameOf(cell) + ": " + (problem == null ? Numbers.full(entry.value()) : problem);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return cellAt(event.getX(), event.getY()).map(this::tipOf).orElse(null);
  }

  private String tipOf(Cell cell) {
    String problem = grid().at(cell).problem();
    return problem == null ? tips.apply(cell) : problem;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    if (!isFocusOwner() && !typing.isOpen()) {
      return;
    }
    Graphics2D g = Canvas.of(graphics);
    GridSelection cells = selection();
    Rectangle area =
        boundsOf(new Cell(cells.top(), cells.left()))
            .union(boundsOf(new Cell(cells.bottom(), cells.right())));
    SelectionPainter.paint(g, area, boundsOf(cells.lead()), cells.isSingle());
    g.dispose();
  }

  /** Keeps what starts an entry from the window's shortcuts, such as + and − for the speed. */
  @Override
  protected boolean processKeyBinding(
      KeyStroke stroke, KeyEvent event, int condition, boolean pressed) {
    return super.processKeyBinding(stroke, event, condition, pressed)
        || (condition == WHEN_FOCUSED && editable && GridKeys.startsEntry(event));
  }

  @Override
  public void removeNotify() {
    bubble.dismiss();
    typing.commit(Way.STAY);
    super.removeNotify();
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new AccessibleGrid();
    }
    return accessibleContext;
  }

  private final class Focus implements FocusListener {
    @Override
    public void focusGained(FocusEvent event) {
      showProblem();
      repaint();
    }

    @Override
    public void focusLost(FocusEvent event) {
      bubble.dismiss();
      repaint();
    }
  }

  private final class AccessibleGrid extends AccessibleJComponent {
    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.TABLE;
    }
  }
}
