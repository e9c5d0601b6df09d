package org.inferscope.tab.gpt2.next;

import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/**
 * The KV cache: a cell for each layer and token, keys over values, filled as far as tokens were
 * read. A click on a cell explains its first number. Event thread.
 */
final class CacheView extends JPanel {
  /** Columns there are at least, so that an empty place can be seen to be filled. */
  private static final int LEAST_COLUMNS = 16;

  private static final double LEAST_GRID = 4;

  private final NextPresenter presenter;
  private final RepaintMeter meter = new RepaintMeter(this);

  /** What the picture follows from, beside the model. */
  private List<Integer> shown = List.of();

  CacheView(NextPresenter presenter) {
    this.presenter = presenter;
    setOpaque(false);
    setName("gpt2.next.cells");
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2next.cells"));
    MouseAdapter hand =
        new MouseAdapter() {
          @Override
          public void mouseMoved(MouseEvent event) {
            boolean over = ref(event).isPresent();
            setCursor(
                Cursor.getPredefinedCursor(over ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
          }

          @Override
          public void mouseClicked(MouseEvent event) {
            ref(event).ifPresent(presenter.desk()::explain);
          }
        };
    addMouseListener(hand);
    addMouseMotionListener(hand);
  }

  /** Shows a change. */
  void refresh() {
    List<Integer> now =
        List.of(
            presenter.readCached(),
            presenter.desk().tokens().typed().size(),
            config().map(this::columns).orElse(0));
    if (!now.equals(shown)) {
      shown = now;
      meter.request();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(200), Metrics.px(96));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, Metrics.px(40));
  }

  private Optional<Gpt2Config> config() {
    return presenter.desk().model().map(ModelInUse::config);
  }

  /** Tokens the picture has room for: those of the text, and as many as a run adds. */
  int columns(Gpt2Config config) {
    int tokens = presenter.desk().tokens().size();
    int planned = presenter.desk().tokens().typed().size() + presenter.settings().tokens();
    return Math.min(config.context(), Math.max(LEAST_COLUMNS, Math.max(tokens, planned)));
  }

  private CacheCells cells(Gpt2Config config) {
    double axis = Fonts.text(Fonts.SMALL).getSize2D() * 1.4;
    double left = axis * 1.6;
    return new CacheCells(
        new Box(left, 0, Math.max(1, getWidth() - left), Math.max(1, getHeight() - axis)),
        config.layers(),
        columns(config));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    meter.painted();
    Optional<Gpt2Config> config = config();
    if (config.isEmpty()) {
      return;
    }
    Graphics2D g = Canvas.of(graphics);
    CacheCells cells = cells(config.get());
    int read = presenter.readCached();
    for (int layer = 0; layer < config.get().layers(); layer++) {
      fill(g, cells, layer, read);
    }
    underline(g, cells, Math.min(read, presenter.desk().tokens().typed().size()), read);
    grid(g, cells);
    axis(g, cells, config.get());
    g.dispose();
  }

  private static void fill(Graphics2D g, CacheCells cells, int layer, int read) {
    g.setColor(Palette.cell());
    g.fill(shape(cells.row(layer)));
    for (boolean keys : new boolean[] {true, false}) {
      Role role = keys ? Role.BLUE : Role.PLUM;
      g.setColor(role.fill());
      g.fill(shape(cells.cells(layer, keys, 0, read)));
    }
  }

  /** Which of them the model wrote itself. */
  private static void underline(Graphics2D g, CacheCells cells, int typed, int read) {
    Box under = cells.cells(cells.layers() - 1, false, typed, read);
    g.setColor(Role.RESULT.fill());
    g.fill(new Rectangle2D.Double(under.x(), cells.area().bottom(), under.w(), Metrics.px(3f)));
  }

  /** Lines between the tokens, where they are not too close. */
  private void grid(Graphics2D g, CacheCells cells) {
    double width = cells.area().w() / cells.columns();
    if (width < LEAST_GRID * Metrics.scale()) {
      return;
    }
    g.setColor(Palette.background());
    g.setStroke(new BasicStroke(Math.max(1, Metrics.px(1f))));
    for (int column = 1; column < cells.columns(); column++) {
      double x = cells.area().x() + column * width;
      g.draw(new Line2D.Double(x, cells.area().y(), x, cells.area().bottom()));
    }
  }

  private void axis(Graphics2D g, CacheCells cells, Gpt2Config config) {
    g.setFont(Fonts.text(Fonts.SMALL));
    g.setColor(Palette.muted());
    float base = getHeight() - g.getFontMetrics().getDescent();
    String first = Texts.get("gpt2next.cells.first");
    String last = Numbers.count(cells.columns() - 1);
    g.drawString(first, (float) cells.area().x(), base);
    g.drawString(last, (float) (cells.area().right() - g.getFontMetrics().stringWidth(last)), base);
    int read = presenter.readCached();
    String used =
        Texts.get("gpt2next.cache.positions", Numbers.count(read), Numbers.count(config.context()));
    g.drawString(
        used, (float) (cells.area().centerX() - g.getFontMetrics().stringWidth(used) / 2.0), base);
    layerName(g, cells, 0);
    layerName(g, cells, cells.layers() - 1);
  }

  private static void layerName(Graphics2D g, CacheCells cells, int layer) {
    String name = Numbers.count(layer);
    Box row = cells.row(layer);
    float up = (g.getFontMetrics().getAscent() - g.getFontMetrics().getDescent()) / 2f;
    double middle = Math.max(up, Math.min(cells.area().bottom() - up, row.centerY()));
    g.drawString(
        name,
        (float) (cells.area().x() - 6 - g.getFontMetrics().stringWidth(name)),
        (float) middle + up);
  }

  private static Rectangle2D shape(Box box) {
    return new Rectangle2D.Double(box.x(), box.y(), box.w(), box.h());
  }

  /** The number behind the cell under the pointer, if it can be explained. */
  private Optional<Gpt2Ref> ref(MouseEvent event) {
    if (config().isEmpty()) {
      return Optional.empty();
    }
    CacheCells cells = cells(config().get());
    int layer = cells.layerAt(event.getY());
    int token = cells.tokenAt(event.getX());
    HookPoint point =
        new HookPoint(cells.isKey(event.getY()) ? Site.K : Site.V, Math.max(0, layer));
    return presenter
        .desk()
        .shown()
        .filter(
            shown ->
                layer >= 0
                    && token >= 0
                    && token < shown.trace().tokens()
                    && shown.trace().has(point))
        .map(
            shown ->
                new Gpt2Ref.At(point, token, presenter.desk().head() * shown.config().headWidth()));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    if (config().isEmpty()) {
      return null;
    }
    Gpt2Config config = config().get();
    CacheCells cells = cells(config);
    int layer = cells.layerAt(event.getY());
    int token = cells.tokenAt(event.getX());
    if (layer < 0 || token < 0) {
      return null;
    }
    String where = Numbers.count(layer);
    String at = Numbers.count(token);
    boolean isFilled = token < presenter.readCached();
    if (!isFilled) {
      return ToolTips.wrapped(Texts.get("gpt2next.cells.empty.tip", where, at));
    }
    return ToolTips.wrapped(
        Texts.get(
            cells.isKey(event.getY()) ? "gpt2next.cells.key.tip" : "gpt2next.cells.value.tip",
            where,
            at,
            presenter.desk().tokens().word(token),
            Numbers.count(config.width()),
            Numbers.bytes((double) config.width() * Float.BYTES)));
  }
}
