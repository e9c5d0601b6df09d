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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.MatrixFormat;
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
 * asks for the explanation instead.
 *
 * <p>Where the host wants it, a drag, the wheel, or Alt with up and down change a value bit by bit
 * ({@link #setDrag}, {@link #setWheelStep}), and one click opens a cell for typing ({@link
 * #setTypeOnClick}). Event thread; can be painted without a display.
 */
public final class MatrixEditor extends JComponent implements Accessible {
  private final String title;
  private final GridHost host;
  private final GridGeometry geometry;
  private final CellWords words;
  private final Bubble bubble = new Bubble();
  private final CellTyping typing = new CellTyping(this);
  private final GridMouse mouse = new GridMouse(this);
  private final GridGesture gesture;
  private final GridExchange exchange;
  private final GridListeners listeners = new GridListeners();
  private @Nullable GridNudge nudge;
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
    words = new CellWords(title);
    gesture = new GridGesture(this, host);
    exchange = new GridExchange(this, host, clipboard, bubble);
    setName(name);
    setFocusable(true);
    setFocusTraversalKeysEnabled(false);
    setToolTipText("");
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
    if (editable != this.editable) {
      this.editable = editable;
      gesture.end();
      typing.close();
    }
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
    listeners.onLead(listener);
  }

  /** Tells the listener which cell the person wants explained: clicked, or asked for by key. */
  public void onOpen(Consumer<Cell> listener) {
    listeners.onOpen(listener);
  }

  /** Tells the listener the cell under the mouse, or that there is none. */
  public void onHover(Consumer<Optional<Cell>> listener) {
    listeners.onHover(listener);
  }

  /** Sets what the tooltip of a cell says; a bad cell says what is wrong with it instead. */
  public void setCellTips(Function<Cell, String> tips) {
    words.setTips(tips);
  }

  /** Sets what the cells are called, such as "x₂"; else it is "x, row 2, column 1". */
  public void setCellNames(Function<Cell, String> names) {
    words.setNames(names);
  }

  /**
   * Lets a drag that begins on a cell change its value instead of extending the selection, for
   * which there is Shift and a click. With Shift the value goes a tenth as far, with Ctrl (⌘ on a
   * Mac) it shows as a multiple of 0.1; Escape brings back what was there.
   *
   * @param drag how far the value goes; null to extend the selection again
   */
  public void setDrag(@Nullable CellDrag drag) {
    gesture.end();
    mouse.setDrag(drag);
  }

  /**
   * Lets the wheel change the value of the cell under the pointer, and Alt with up and down that of
   * the lead cell; with Shift by a tenth.
   *
   * @param step change for a notch or a press of the key, above 0
   */
  public void setWheelStep(double step) {
    Args.require(step > 0 && step <= Float.MAX_VALUE, "step", step, "above 0 and finite");
    if (nudge == null) {
      nudge = GridNudge.install(this);
    }
    nudge.setStep(step);
  }

  /** Whether one click opens a cell for typing, beside asking for its explanation. */
  public void setTypeOnClick(boolean typeOnClick) {
    mouse.setTypeOnClick(typeOnClick);
  }

  /** Copies the selection, or the whole matrix if only one cell is selected. */
  public void copyAs(MatrixFormat format) {
    exchange.copyAs(format);
  }

  /** Puts the clipboard's text in at the selection; shows why, where that cannot be done. */
  public void paste() {
    if (editable) {
      exchange.paste();
    }
  }

  /** Takes over what is being typed, if anything is. */
  public void commitEdit() {
    typing.commit(Way.STAY);
  }

  EntryGrid grid() {
    return host.grid();
  }

  /** The change of a value bit by bit, which may be going on. */
  GridGesture gesture() {
    return gesture;
  }

  /** An edit of its own: a change bit by bit ends with it. */
  void edit(EntryGrid next, String label) {
    gesture.end();
    host.edit(next, label);
  }

  GridExchange exchange() {
    return exchange;
  }

  void dismissBubble() {
    bubble.dismiss();
  }

  void selectAll() {
    moveTo(GridSelection.all(grid().rows(), grid().cols()));
  }

  /** Selects as the person asked. */
  void moveTo(GridSelection next) {
    select(next);
    describeLead();
    listeners.lead(selection().lead());
  }

  void open() {
    listeners.open(selection().lead());
  }

  void hover(Optional<Cell> cell) {
    listeners.hover(cell);
  }

  /** The cell at a point, if there is one. */
  Optional<Cell> cellAt(int x, int y) {
    int row = geometry.rowAt(y);
    int col = geometry.columnAt(x);
    boolean inside = row >= 0 && col >= 0 && row < grid().rows() && col < grid().cols();
    return inside ? Optional.of(new Cell(row, col)) : Optional.empty();
  }

  /**
   * Opens the lead cell for typing, where cells can be changed.
   *
   * @param typed the text that replaces what is there; null to edit what is there
   */
  void beginEdit(@Nullable String typed) {
    if (editable && !typing.isOpen()) {
      gesture.end();
      bubble.dismiss();
      Cell cell = selection().lead();
      select(GridSelection.of(cell));
      typing.open(cell, grid().at(cell).text(), typed);
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

  private void showProblem() {
    String problem = grid().at(selection().lead()).problem();
    if (problem != null && editable && isFocusOwner() && !typing.isOpen()) {
      exchange.complain(problem);
    }
  }

  /** "A, row 1, column 2", unless the host named it. */
  String nameOf(Cell cell) {
    return words.nameOf(cell);
  }

  /** Tells assistive technology what the lead cell says now. */
  void describeLead() {
    Cell lead = selection().lead();
    getAccessibleContext().setAccessibleDescription(words.describe(lead, grid().at(lead)));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return cellAt(event.getX(), event.getY())
        .map(cell -> words.tipOf(cell, grid().at(cell)))
        .orElse(null);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    if (!isFocusOwner() && !typing.isOpen() && !bubble.isAsking()) {
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
    gesture.end();
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
      gesture.end();
      if (!bubble.holds(event.getOppositeComponent())) {
        bubble.dismiss();
      }
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
