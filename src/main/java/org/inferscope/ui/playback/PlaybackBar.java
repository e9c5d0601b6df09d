package org.inferscope.ui.playback;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.HierarchyEvent;
import javax.swing.AbstractButton;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;

/**
 * The bar that plays an animation: buttons, the scrubber, the position in words, speed and loop.
 * While it shows, it also drives the animation. Event thread.
 */
public final class PlaybackBar extends JPanel {
  private static final String PLAY_STYLE =
      "arc: 999; borderWidth: 0; focusWidth: 2; margin: 5,5,5,5; minimumWidth: 0";

  private final PlaybackModel model;
  private final PlaybackActions actions;
  private final Scrubber scrubber;
  private final JLabel position = new PositionLabel();
  private final JComboBox<Speed> speed = new JComboBox<>(Speed.values());
  private final PlaybackClock clock;

  /** A bar for an animation. */
  public PlaybackBar(PlaybackModel model) {
    super(new MigLayout("insets 4 8 4 8, gap 2, fillx, novisualpadding", "", "[center]"));
    this.model = model;
    actions = new PlaybackActions(model);
    scrubber = new Scrubber(model);
    clock = new PlaybackClock(model);
    setName("playbackBar");
    getAccessibleContext().setAccessibleName(Texts.get("playback.bar"));
    for (AppAction action : actions.transport()) {
      add(action == actions.play() ? playButton(action) : button(action));
    }
    add(scrubber, "growx, pushx, gapleft 6");
    add(position, "gapright 8");
    add(speedBox());
    add(button(actions.loop()));
    model.listen(this::showPlace);
    addHierarchyListener(this::showingChanged);
    showPlace();
  }

  /** What the bar can do, for the menu, the palette and the keyboard. */
  public PlaybackActions actions() {
    return actions;
  }

  /** "step 3 of 12", for a number of finished ticks. */
  static String words(PlaybackModel model, int ticks) {
    if (model.stepCount() == 0) {
      return Texts.get("playback.position.none");
    }
    return Texts.get(
        "playback.position",
        Numbers.count(model.stepNumberAt(ticks)),
        Numbers.count(model.stepCount()));
  }

  /** A button that leaves the keyboard focus where it was when it is clicked. */
  private static AbstractButton button(AppAction action) {
    AbstractButton button = ActionButtons.icon(action);
    button.setRequestFocusEnabled(false);
    return button;
  }

  /** The one that is looked for: round, and in the colour of what can be acted on. */
  private static AbstractButton playButton(AppAction action) {
    AbstractButton button = button(action);
    button.putClientProperty(FlatClientProperties.BUTTON_TYPE, null);
    button.putClientProperty(FlatClientProperties.STYLE_CLASS, "primary");
    button.putClientProperty(FlatClientProperties.STYLE, PLAY_STYLE);
    return button;
  }

  private Component speedBox() {
    speed.setName("playbackSpeed");
    speed.setRequestFocusEnabled(false);
    speed.setMaximumRowCount(Speed.values().length);
    speed.setToolTipText(Texts.get("playback.speed"));
    speed.getAccessibleContext().setAccessibleName(Texts.get("playback.speed"));
    speed.setRenderer(new SpeedRenderer());
    speed.addActionListener(event -> model.setSpeed(speed.getItemAt(speed.getSelectedIndex())));
    return speed;
  }

  private void showPlace() {
    position.setText(words(model, model.position()));
    if (speed.getSelectedItem() != model.speed()) {
      speed.setSelectedItem(model.speed());
    }
    scrubber.repaint();
  }

  private void showingChanged(HierarchyEvent event) {
    if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
      clock.setEnabled(isShowing());
    }
  }

  /** As wide as its longest text, so that nothing beside it moves while it counts. */
  private final class PositionLabel extends JLabel {
    PositionLabel() {
      setName("playbackPosition");
      setToolTipText(Texts.get("playback.position.tip"));
      setHorizontalAlignment(TRAILING);
    }

    @Override
    public Dimension getPreferredSize() {
      Dimension size = super.getPreferredSize();
      int widest = getFontMetrics(getFont()).stringWidth(words(model, model.steps()));
      return new Dimension(Math.max(size.width, widest + 2), size.height);
    }
  }

  private static final class SpeedRenderer extends DefaultListCellRenderer {
    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      String text =
          value instanceof Speed each
              ? Texts.get("playback.speed.value", Numbers.cell(each.factor()))
              : "";
      return super.getListCellRendererComponent(list, text, index, selected, focused);
    }
  }
}
