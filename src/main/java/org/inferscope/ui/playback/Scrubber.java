package org.inferscope.ui.playback;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleValue;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The line that shows where an animation is; it is dragged, clicked, wheeled or moved by keys. A
 * playing animation waits while it is held. Event thread.
 */
final class Scrubber extends JComponent implements Accessible {
  private final PlaybackModel model;
  private boolean hover;
  private boolean resume;

  Scrubber(PlaybackModel model) {
    this.model = model;
    setName("playbackScrubber");
    setFocusable(true);
    setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
    setToolTipText("");
    Mouse mouse = new Mouse();
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addMouseWheelListener(event -> wheel(event.getWheelRotation()));
    addFocusListener(new Focus());
    FocusKeys.bind(this, KeyEvent.VK_LEFT, model::stepBack);
    FocusKeys.bind(this, KeyEvent.VK_DOWN, model::stepBack);
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, model::stepForward);
    FocusKeys.bind(this, KeyEvent.VK_UP, model::stepForward);
    FocusKeys.bind(this, KeyEvent.VK_HOME, model::first);
    FocusKeys.bind(this, KeyEvent.VK_END, model::last);
    getAccessibleContext().setAccessibleName(Texts.get("playback.scrubber"));
  }

  private ScrubberLayout layoutNow() {
    return ScrubberLayout.of(getWidth(), getHeight(), model.steps());
  }

  private void wheel(int clicks) {
    if (clicks > 0) {
      model.stepForward();
    } else {
      model.stepBack();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(240), Metrics.px(28));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Metrics.px(80), Metrics.px(28));
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    int tick = (int) Math.round(layoutNow().ticksAt(event.getX()));
    return Texts.get("playback.scrubber.tip", PlaybackBar.words(model, tick));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    ScrubberPainter.paint(g, layoutNow(), model, isFocusOwner(), hover);
    g.dispose();
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new AccessibleScrubber();
    }
    return accessibleContext;
  }

  private final class Mouse extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      if (!SwingUtilities.isLeftMouseButton(event)) {
        return;
      }
      resume = model.isPlaying();
      model.pause();
      mouseDragged(event);
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      if (SwingUtilities.isLeftMouseButton(event)) {
        model.scrub(layoutNow().ticksAt(event.getX()));
      }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      if (resume && !model.isAtEnd()) {
        model.play();
      }
      resume = false;
    }

    @Override
    public void mouseEntered(MouseEvent event) {
      hover = true;
      repaint();
    }

    @Override
    public void mouseExited(MouseEvent event) {
      hover = false;
      repaint();
    }
  }

  private final class Focus implements FocusListener {
    @Override
    public void focusGained(FocusEvent event) {
      repaint();
    }

    @Override
    public void focusLost(FocusEvent event) {
      repaint();
    }
  }

  private final class AccessibleScrubber extends AccessibleJComponent implements AccessibleValue {
    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.SLIDER;
    }

    @Override
    public AccessibleValue getAccessibleValue() {
      return this;
    }

    @Override
    public Number getCurrentAccessibleValue() {
      return model.position();
    }

    @Override
    public boolean setCurrentAccessibleValue(@Nullable Number number) {
      if (number == null) {
        return false;
      }
      model.seek(number.intValue());
      return true;
    }

    @Override
    public Number getMinimumAccessibleValue() {
      return 0;
    }

    @Override
    public Number getMaximumAccessibleValue() {
      return model.steps();
    }
  }
}
