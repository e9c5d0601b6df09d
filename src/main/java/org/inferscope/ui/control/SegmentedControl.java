package org.inferscope.ui.control;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * A choice of one out of a few, all in sight. One stop for the Tab key; the arrows move the choice.
 * Event thread.
 *
 * @param <T> what is chosen; compared with {@code equals}
 */
public final class SegmentedControl<T> extends JPanel {
  private static final String STYLE =
      "toolbar.margin: 3,%1$d,3,%1$d; toolbar.spacingInsets: 0,0,0,0; innerFocusWidth: 1.5; arc:"
          + " 10; minimumWidth: 0; foreground: $Inferscope.muted; toolbar.selectedForeground:"
          + " $Inferscope.text; toolbar.selectedBackground: $Button.toolbar.selectedBackground;"
          + " toolbar.focusColor: $Inferscope.accent";

  private static final int PADDING = 10;

  private final List<Segment<T>> segments;
  private final int padding;
  private final List<JToggleButton> buttons = new ArrayList<>();
  private final List<Consumer<T>> listeners = new ArrayList<>();
  private int chosen;

  /**
   * One of the choices.
   *
   * @param value what is chosen with it
   * @param label its text
   * @param tooltip what it means, in a sentence
   */
  public record Segment<T>(T value, String label, String tooltip) {}

  /**
   * A control with its first segment chosen.
   *
   * @param name the component's name, for tests; a button's name adds its index
   * @param accessibleName what is chosen, for screen readers
   * @param segments the choices, at least one
   */
  public SegmentedControl(String name, String accessibleName, List<Segment<T>> segments) {
    this(name, accessibleName, segments, PADDING);
  }

  /**
   * As the other one, with another room at both sides of each text.
   *
   * @param padding that room, unscaled: less than usual where there is little
   */
  public SegmentedControl(
      String name, String accessibleName, List<Segment<T>> segments, int padding) {
    super(new MigLayout("insets 3, gap 1, novisualpadding", "", "[fill]"));
    this.segments = List.copyOf(segments);
    this.padding = padding;
    setName(name);
    setOpaque(false);
    getAccessibleContext().setAccessibleName(accessibleName);
    ButtonGroup group = new ButtonGroup();
    for (int i = 0; i < segments.size(); i++) {
      JToggleButton button = button(i);
      group.add(button);
      buttons.add(button);
      add(button);
    }
    select(0);
  }

  /** What is chosen. */
  public T value() {
    return segments.get(chosen).value();
  }

  /**
   * Chooses without telling the listeners.
   *
   * @throws IllegalArgumentException if no segment has this value
   */
  public void setValue(T value) {
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).value().equals(value)) {
        select(i);
        return;
      }
    }
    throw new IllegalArgumentException("no segment for " + value);
  }

  /** Tells the listener each choice that the person makes. */
  public void onChange(Consumer<T> listener) {
    listeners.add(listener);
  }

  @Override
  public void setEnabled(boolean enabled) {
    super.setEnabled(enabled);
    buttons.forEach(button -> button.setEnabled(enabled));
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new AccessibleChoice();
    }
    return accessibleContext;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    float arc = Metrics.px(2f * Metrics.RADIUS);
    float line = Metrics.px(1f);
    RoundRectangle2D track =
        new RoundRectangle2D.Float(
            line / 2, line / 2, getWidth() - line, getHeight() - line, arc, arc);
    g.setColor(Palette.card());
    g.fill(track);
    g.setColor(Palette.cellBorder());
    g.setStroke(new BasicStroke(line));
    g.draw(track);
    g.dispose();
  }

  private JToggleButton button(int index) {
    Segment<T> segment = segments.get(index);
    JToggleButton button = new JToggleButton(segment.label());
    button.setName(getName() + "." + index);
    button.setToolTipText(segment.tooltip());
    button.setRequestFocusEnabled(false);
    button.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    button.putClientProperty(FlatClientProperties.STYLE, STYLE.formatted(padding));
    button.addActionListener(event -> choose(index));
    bind(button, KeyEvent.VK_LEFT, index - 1);
    bind(button, KeyEvent.VK_RIGHT, index + 1);
    return button;
  }

  private void bind(JToggleButton button, int key, int target) {
    KeyStroke stroke = KeyStroke.getKeyStroke(key, 0);
    button.getInputMap(WHEN_FOCUSED).put(stroke, stroke);
    button
        .getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                if (target >= 0 && target < buttons.size()) {
                  choose(target);
                  buttons.get(target).requestFocusInWindow();
                }
              }
            });
  }

  private void choose(int index) {
    boolean changed = index != chosen;
    select(index);
    if (changed) {
      List.copyOf(listeners).forEach(listener -> listener.accept(value()));
    }
  }

  /** Shows the choice, and makes its button the one that the Tab key reaches. */
  private void select(int index) {
    chosen = index;
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setSelected(i == index);
      buttons.get(i).setFocusable(i == index);
    }
  }

  private final class AccessibleChoice extends AccessibleJPanel {
    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.GROUP_BOX;
    }
  }
}
