package org.inferscope.tab.gpt2.weights;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseEvent;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.swing.JPanel;
import org.inferscope.compute.Registration;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Place;
import org.inferscope.tab.gpt2.weights.WeightsPresenter.Cell;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The selected parameter's numbers as colours: the wheel zooms at the pointer, a drag moves, a click
 * explains a number. Event thread.
 */
final class MatrixView extends JPanel {
  /** A place is kept in the state once the hand has rested so long. */
  private static final int REST_MILLIS = 400;

  private final WeightsPresenter presenter;
  private final WeightsLoader loader;
  private final MatrixPainter painter;
  private final RepaintMeter meter = new RepaintMeter(this);
  private Place place;
  private Place kept;
  private String parameter = "";
  private @Nullable Registration resting;
  private @Nullable Cell pointed;

  MatrixView(WeightsPresenter presenter, WeightsLoader loader) {
    this.presenter = presenter;
    this.loader = loader;
    painter = new MatrixPainter(loader);
    place = presenter.settings().place();
    kept = place;
    setName("gpt2.weights.matrix");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2weights.matrix"));
    MatrixMouse mouse = new MatrixMouse(this);
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addMouseWheelListener(mouse);
    MatrixKeys.bind(this);
    addFocusListener(
        new FocusListener() {
          @Override
          public void focusGained(FocusEvent event) {
            meter.request();
          }

          @Override
          public void focusLost(FocusEvent event) {
            meter.request();
          }
        });
  }

  WeightsPresenter presenter() {
    return presenter;
  }

  /** Shows what the presenter says now. */
  void refresh() {
    String now = presenter.selected().map(ParameterFacts::name).orElse("");
    Place set = presenter.settings().place();
    if (!now.equals(parameter) || !set.equals(kept)) {
      parameter = now;
      place = set;
      kept = set;
      calm();
      pointed = null;
      loader.hover(null);
    }
    look();
    describe();
  }

  /** Says what is in sight, so that it gets computed, and paints what there is. */
  void look() {
    camera().ifPresent(camera -> loader.see(TilePainter.inSight(camera)));
    meter.request();
  }

  private MatrixLayout layoutNow() {
    return MatrixLayout.of(
        getWidth(), getHeight(), Metrics.scale(), Fonts.smallest() * Metrics.scale());
  }

  /** What is seen now; empty without a parameter or before there is room. */
  Optional<Camera> camera() {
    if (getWidth() == 0 || getHeight() == 0) {
      return Optional.empty();
    }
    return presenter
        .selected()
        .map(
            of ->
                new Camera(
                    of.rows(),
                    of.cols(),
                    layoutNow().plot(),
                    MatrixPainter.cellWidth(),
                    MatrixPainter.cellHeight(),
                    place));
  }

  /** Shows another part; kept in the state when the hand rests. */
  void show(Camera camera) {
    if (camera.place().equals(place)) {
      return;
    }
    place = camera.place();
    look();
    calm();
    resting = Edt.after(REST_MILLIS, this::keep);
  }

  private void calm() {
    Registration before = resting;
    resting = null;
    if (before != null) {
      before.close();
    }
  }

  /** Keeps what is in sight in the state, so that it can be undone and saved. */
  void keep() {
    keep("weights.look");
  }

  private void keep(@Nullable Object gesture) {
    calm();
    kept = place;
    presenter.look(place, gesture);
  }

  /** Shows all of the matrix. */
  void fit() {
    leap(Camera::whole);
  }

  /** Shows single numbers around the selected one. */
  void nearest() {
    Cell cell = presenter.cell();
    leap(camera -> camera.nearest(cell.row(), cell.col()));
  }

  /** Goes elsewhere, as a step of its own. */
  private void leap(UnaryOperator<Camera> to) {
    keep();
    camera().ifPresent(camera -> show(to.apply(camera)));
    keep(null);
  }

  /** Where the minimap stands, if there is one now. */
  Optional<Box> minimap() {
    return camera()
        .filter(camera -> !camera.isWhole())
        .map(
            camera -> layoutNow().minimap(camera.rows(), camera.cols(), Metrics.scale()));
  }

  /** The cell under a point. */
  Optional<Cell> cellAt(Point at) {
    return camera()
        .filter(camera -> camera.isOn(at.x, at.y))
        .map(
            camera ->
                new Cell(
                    Math.max(0, Math.min(camera.rows() - 1, (int) camera.rowAt(at.y))),
                    Math.max(0, Math.min(camera.cols() - 1, (int) camera.colAt(at.x)))));
  }

  /** The pointer has come to a cell, or has left. */
  void point(@Nullable Cell cell) {
    if (!Objects.equals(cell, pointed)) {
      pointed = cell;
      loader.hover(cell);
      meter.request();
    }
  }

  /** The cell under the pointer. */
  Optional<Cell> pointed() {
    return Optional.ofNullable(pointed);
  }

  void point(boolean hand) {
    setCursor(Cursor.getPredefinedCursor(hand ? Cursor.MOVE_CURSOR : Cursor.DEFAULT_CURSOR));
  }

  /** Selects a cell with the keyboard and brings it into sight. */
  void goTo(Cell cell) {
    presenter.select(cell);
    camera().ifPresent(camera -> show(camera.showing(cell.row(), cell.col())));
    describe();
    meter.request();
  }

  private void describe() {
    getAccessibleContext()
        .setAccessibleDescription(
            presenter
                .selected()
                .map(of -> WeightsWords.cell(of, presenter.cell(), presenter.value(presenter.cell())))
                .orElse(""));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return cellAt(event.getPoint()).map(this::words).map(ToolTips::wrapped).orElse(null);
  }

  private String words(Cell cell) {
    ParameterFacts of = presenter.selected().orElseThrow();
    Camera camera = camera().orElseThrow();
    return WeightsWords.pointed(
        of, cell, presenter.value(cell), camera.level(), presenter.settings().merge());
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(420), Metrics.px(320));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, 1);
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    super.setBounds(x, y, width, height);
    if (presenter.isInFront()) {
      look();
    }
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    meter.painted();
    Optional<Camera> camera = camera();
    Optional<Rough> rough = loader.rough();
    Graphics2D g = Canvas.of(graphics);
    if (camera.isPresent() && rough.isPresent()) {
      painter.paint(
          g,
          new MatrixPainter.Scene(
              layoutNow(),
              camera.get(),
              rough.get(),
              AxisNames.of(presenter.selected().orElseThrow()),
              presenter.cell(),
              pointed(),
              isFocusOwner()));
    }
    g.dispose();
  }
}
