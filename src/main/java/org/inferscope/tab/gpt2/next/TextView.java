package org.inferscope.tab.gpt2.next;

import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.font.FontRenderContext;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.PromptTokens;
import org.inferscope.tab.gpt2.desk.TokenWords;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/**
 * The text: the prompt, and after it in another colour what the model wrote. A token can be pointed
 * at, or gone to with the arrows, which shows what it beat; a click or Enter follows it in all
 * views. Event thread.
 */
final class TextView extends JPanel implements Scrollable {
  private static final float SIZE = 15;
  private static final double LINE = 1.5;

  private final NextPresenter presenter;
  private final Runnable pointed;
  private PromptTokens tokens = PromptTokens.NONE;
  private List<String> pieces = List.of();
  private TextLayout layout = new TextLayout(List.of(), 0);
  private int laidOutFor = -1;
  private int at = -1;
  private int followed = -1;

  /**
   * An empty text.
   *
   * @param pointed told when another token is pointed at
   */
  TextView(NextPresenter presenter, Runnable pointed) {
    this.presenter = presenter;
    this.pointed = pointed;
    setOpaque(false);
    setName("gpt2.next.text");
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2next.text"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
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
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> move(-1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> move(1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, this::follow);
  }

  /** The token that is pointed at; −1 for none. */
  int at() {
    return at;
  }

  /** Points at a token; −1 for none. */
  void point(int token) {
    int next = Math.max(-1, Math.min(tokens.size() - 1, token));
    if (next != at) {
      at = next;
      repaint();
      pointed.run();
    }
  }

  private void move(int by) {
    int from = at < 0 ? (by > 0 ? -1 : tokens.size()) : at;
    point(Math.max(0, Math.min(tokens.size() - 1, from + by)));
    if (at >= 0 && at < layout.boxes().size()) {
      scrollRectToVisible(around(layout.boxes().get(at)));
    }
  }

  private void follow() {
    if (at >= 0) {
      presenter.desk().selectToken(at);
    }
  }

  /** Shows a change. */
  void refresh() {
    Gpt2Presenter desk = presenter.desk();
    PromptTokens next = desk.tokens();
    if (desk.token() != followed) {
      followed = desk.token();
      repaint();
    }
    if (next.equals(tokens) || desk.model().isEmpty()) {
      return;
    }
    boolean grown = next.size() > tokens.size();
    tokens = next;
    pieces = TextPieces.of(desk.model().get().tokenizer(), next);
    laidOutFor = -1;
    if (at >= next.size()) {
      point(-1);
    }
    revalidate();
    repaint();
    if (grown && getWidth() > 0) {
      layOut(getWidth());
      scrollRectToVisible(new Rectangle(0, (int) layout.height() - 1, 1, 1));
    }
  }

  /** Where a token stands. */
  Rectangle place(int token) {
    layOut(getWidth());
    return around(layout.boxes().get(token));
  }

  private static Rectangle around(Box box) {
    return new Rectangle(
        (int) box.x(), (int) box.y(), (int) Math.ceil(box.w()), (int) Math.ceil(box.h()));
  }

  private void layOut(int width) {
    if (width != laidOutFor) {
      laidOutFor = width;
      setFont(Fonts.text(SIZE));
      FontRenderContext context = new FontRenderContext(null, true, true);
      double line = Math.round(getFont().getSize2D() * LINE);
      layout =
          TextLayout.of(
              pieces,
              width,
              line,
              text -> getFont().getStringBounds(text.replace('\n', '↵'), context).getWidth());
    }
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
    layOut(Math.max(getWidth(), Metrics.px(200)));
    return new Dimension(Metrics.px(200), (int) Math.ceil(layout.height()));
  }

  @Override
  public void updateUI() {
    super.updateUI();
    laidOutFor = -1;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    layOut(getWidth());
    Graphics2D g = Canvas.of(graphics);
    g.setFont(getFont());
    FontMetrics metrics = g.getFontMetrics();
    Rectangle clip = g.getClipBounds();
    for (int i = 0; i < pieces.size(); i++) {
      Box box = layout.boxes().get(i);
      if (clip == null || (box.bottom() >= clip.y && box.y() <= clip.y + clip.height)) {
        paint(g, i, box, metrics, i == followed);
      }
    }
    if (isFocusOwner()) {
      g.setColor(Palette.accent());
      g.setStroke(new BasicStroke(Metrics.px(1.5f)));
      g.drawRect(0, 0, getWidth() - 1, getHeight() - 1);
    }
    g.dispose();
  }

  private void paint(Graphics2D g, int i, Box box, FontMetrics metrics, boolean isFollowed) {
    double inset = box.h() * 0.08;
    double arc = Metrics.px(6f);
    RoundRectangle2D around =
        new RoundRectangle2D.Double(
            box.x() + 0.5, box.y() + inset, box.w() - 1, box.h() - 2 * inset, arc, arc);
    boolean written = tokens.isGenerated(i);
    if (written || i == at) {
      g.setColor(i == at && !written ? Palette.accentSoft() : Role.RESULT.soft());
      g.fill(around);
    }
    if (i == at || isFollowed) {
      g.setColor(i == at ? Palette.accent() : Palette.muted());
      g.setStroke(new BasicStroke(Metrics.px(i == at ? 1.5f : 1f)));
      g.draw(around);
    }
    g.setColor(written ? Role.RESULT.ink() : Palette.text());
    float base = (float) (box.centerY() + (metrics.getAscent() - metrics.getDescent()) / 2.0);
    g.drawString(pieces.get(i).replace('\n', '↵'), (float) box.x(), base);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int token = layout.at(event.getX(), event.getY());
    return token < 0 || token >= tokens.size() ? null : ToolTips.wrapped(words(token));
  }

  private String words(int token) {
    int id = tokens.id(token);
    String bytes =
        presenter
            .desk()
            .model()
            .map(model -> TokenWords.hex(model.tokenizer().bytes(id)))
            .orElse("");
    String position = Numbers.count(token);
    return tokens.isGenerated(token)
        ? Texts.get("gpt2next.text.written", position, tokens.word(token), Numbers.count(id), bytes)
        : Texts.get("gpt2next.text.typed", position, tokens.word(token), Numbers.count(id), bytes);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return Metrics.px((int) (SIZE * LINE));
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() > getPreferredSize().height;
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      int token = layout.at(event.getX(), event.getY());
      setCursor(
          Cursor.getPredefinedCursor(token >= 0 ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
      // What was pointed at last stays, so that the pointer can go to what it beat.
      if (token >= 0) {
        point(token);
      }
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      requestFocusInWindow();
      int token = layout.at(event.getX(), event.getY());
      if (token >= 0) {
        point(token);
        follow();
      }
    }
  }
}
