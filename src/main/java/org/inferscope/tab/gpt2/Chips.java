package org.inferscope.tab.gpt2;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;
import javax.swing.ToolTipManager;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.PromptTokens;
import org.inferscope.tab.gpt2.desk.TokenWords;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.paint.TextLines;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/**
 * The tokens as chips: a click or the arrows select the one that is followed everywhere. Those that
 * the model wrote itself have the colour of results. Event thread.
 */
final class Chips extends JComponent implements Scrollable {
  private static final int MOST_ROWS = 2;

  /** Reaches either end of any prompt. */
  private static final int FAR = 1 << 20;

  private final Gpt2Presenter presenter;
  private PromptTokens laidOut = PromptTokens.NONE;
  private int laidOutWidth = -1;
  private float laidOutScale;
  private ChipLayout layout = new ChipLayout(List.of(), 0);
  private int selected = -1;

  Chips(Gpt2Presenter presenter) {
    this.presenter = presenter;
    setName("gpt2.chips");
    setFocusable(true);
    ToolTipManager.sharedInstance().registerComponent(this);
    Mouse mouse = new Mouse();
    addMouseListener(mouse);
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent event) {
            repaint();
          }

          @Override
          public void focusLost(FocusEvent event) {
            repaint();
          }
        });
    bind(KeyEvent.VK_LEFT, -1);
    bind(KeyEvent.VK_RIGHT, 1);
    bind(KeyEvent.VK_HOME, -FAR);
    bind(KeyEvent.VK_END, FAR);
  }

  private void bind(int key, int by) {
    FocusKeys.bind(
        this,
        key,
        () -> {
          int last = presenter.tokens().size() - 1;
          if (last >= 0) {
            presenter.selectToken(Math.max(0, Math.min(last, presenter.token() + by)));
          }
        });
  }

  private final class Mouse extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      int at = placed().at(event.getX(), event.getY());
      if (at >= 0) {
        presenter.selectToken(at);
      }
    }
  }

  /** Shows what the presenter says now. */
  void refresh() {
    boolean other = !laidOut.equals(presenter.tokens()) || laidOutScale != Metrics.scale();
    if (other) {
      revalidate();
    }
    if (other || selected != presenter.token()) {
      selected = presenter.token();
      repaint();
      if (selected < placed().chips().size()) {
        scrollRectToVisible(placed().chips().get(selected));
      }
    }
  }

  private ChipLayout placed() {
    int width = getWidth() > 0 ? getWidth() : Metrics.px(600);
    PromptTokens tokens = presenter.tokens();
    if (width != laidOutWidth || laidOutScale != Metrics.scale() || !laidOut.equals(tokens)) {
      layout = ChipLayout.of(tokens.words(), getFontMetrics(font()), width);
      laidOut = tokens;
      laidOutWidth = width;
      laidOutScale = Metrics.scale();
    }
    return layout;
  }

  private static Font font() {
    return Fonts.mono(Fonts.BODY);
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean other = width != getWidth();
    super.setBounds(x, y, width, height);
    if (other) {
      revalidate();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(100), placed().height());
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    int rows = MOST_ROWS * ChipLayout.row(getFontMetrics(font()));
    return new Dimension(Metrics.px(100), Math.min(placed().height(), rows));
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return ChipLayout.row(getFontMetrics(font()));
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int at = placed().at(event.getX(), event.getY());
    return at < 0 ? null : ToolTips.wrapped(words(at));
  }

  private String words(int at) {
    PromptTokens tokens = presenter.tokens();
    int id = tokens.id(at);
    String bytes =
        presenter.model().map(model -> TokenWords.hex(model.tokenizer().bytes(id))).orElse("");
    String position = Numbers.count(at);
    return tokens.isGenerated(at)
        ? Texts.get("gpt2tab.chip.written", tokens.word(at), position, Numbers.count(id), bytes)
        : Texts.get("gpt2tab.chip", tokens.word(at), position, Numbers.count(id), bytes);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    g.setFont(font());
    FontMetrics metrics = g.getFontMetrics();
    Rectangle clip = g.getClipBounds();
    ChipLayout shown = placed();
    for (int i = 0; i < shown.chips().size(); i++) {
      Rectangle chip = shown.chips().get(i);
      if (chip.intersects(clip)) {
        paint(g, metrics, i, chip);
      }
    }
    g.dispose();
  }

  private void paint(Graphics2D g, FontMetrics metrics, int at, Rectangle chip) {
    boolean followed = at == presenter.token();
    boolean written = laidOut.isGenerated(at);
    Color fill = followed ? Palette.accent() : written ? Role.RESULT.soft() : Palette.card();
    Color line = followed ? Palette.accent() : written ? Role.RESULT.fill() : Palette.cellBorder();
    int arc = Metrics.px(8);
    g.setColor(fill);
    g.fillRoundRect(chip.x, chip.y, chip.width - 1, chip.height - 1, arc, arc);
    g.setColor(line);
    g.drawRoundRect(chip.x, chip.y, chip.width - 1, chip.height - 1, arc, arc);
    g.setColor(followed ? Palette.onAccent() : Palette.text());
    String word = TextLines.cut(laidOut.word(at), metrics, chip.width - Metrics.px(8));
    int x = chip.x + (chip.width - metrics.stringWidth(word)) / 2;
    g.drawString(word, x, chip.y + Metrics.px(4) + metrics.getAscent());
    if (followed && isFocusOwner()) {
      g.setColor(Palette.onAccent());
      int in = Metrics.px(2);
      g.drawRoundRect(
          chip.x + in, chip.y + in, chip.width - 1 - 2 * in, chip.height - 1 - 2 * in, arc, arc);
    }
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new AccessibleChips();
    }
    return accessibleContext;
  }

  private final class AccessibleChips extends AccessibleJComponent {
    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.LIST;
    }

    @Override
    public String getAccessibleName() {
      return Texts.get("gpt2tab.chips");
    }
  }
}
