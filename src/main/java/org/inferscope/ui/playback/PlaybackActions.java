package org.inferscope.ui.playback;

import static java.awt.event.KeyEvent.VK_ADD;
import static java.awt.event.KeyEvent.VK_END;
import static java.awt.event.KeyEvent.VK_EQUALS;
import static java.awt.event.KeyEvent.VK_HOME;
import static java.awt.event.KeyEvent.VK_LEFT;
import static java.awt.event.KeyEvent.VK_MINUS;
import static java.awt.event.KeyEvent.VK_PAGE_DOWN;
import static java.awt.event.KeyEvent.VK_PAGE_UP;
import static java.awt.event.KeyEvent.VK_PLUS;
import static java.awt.event.KeyEvent.VK_RIGHT;
import static java.awt.event.KeyEvent.VK_SPACE;
import static java.awt.event.KeyEvent.VK_SUBTRACT;
import static org.inferscope.ui.action.Shortcuts.key;
import static org.inferscope.ui.action.Shortcuts.shift;

import java.util.List;
import javax.swing.Action;
import javax.swing.KeyStroke;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.theme.Icons;

/**
 * What a person can do with an animation, with its keys. PageUp and PageDown are what presentation
 * clickers send. Event thread.
 */
public final class PlaybackActions {
  /** Everything that decides how the actions look; they are asked again when it changes. */
  private record Look(boolean playing, boolean start, boolean end, boolean loop, Speed speed) {}

  private final PlaybackModel model;
  private final AppAction toggle;
  private final AppAction stepForward;
  private final AppAction stepBack;
  private final AppAction elementForward;
  private final AppAction elementBack;
  private final AppAction first;
  private final AppAction last;
  private final AppAction faster;
  private final AppAction slower;
  private final AppAction loop;
  private Look look;

  /** The actions for one animation; they follow it as long as it lives. */
  public PlaybackActions(PlaybackModel model) {
    this.model = model;
    toggle =
        AppAction.of("playback.play", this::toggleName, model::toggle)
            .icon("play")
            .keys(key(VK_SPACE))
            .when(() -> model.steps() > 0)
            .build();
    first = back("playback.first", "first", model::first, key(VK_HOME));
    elementBack = back("playback.elementBack", "element-back", model::elementBack, shift(VK_LEFT));
    stepBack =
        back("playback.stepBack", "step-back", model::stepBack, key(VK_LEFT), key(VK_PAGE_UP));
    stepForward =
        forward(
            "playback.stepForward",
            "step-forward",
            model::glideForward,
            key(VK_RIGHT),
            key(VK_PAGE_DOWN));
    elementForward =
        forward(
            "playback.elementForward", "element-forward", model::elementForward, shift(VK_RIGHT));
    last = forward("playback.last", "last", model::last, key(VK_END));
    faster = fasterAction();
    slower = slowerAction();
    loop = loopAction();
    look = lookNow();
    model.listen(this::follow);
  }

  private String toggleName() {
    return model.isPlaying() ? Texts.get("playback.pause") : Texts.get("playback.play");
  }

  private AppAction back(String id, String icon, Runnable work, KeyStroke... keys) {
    return AppAction.of(id, Texts.get(id), work)
        .icon(icon)
        .keys(keys)
        .when(() -> !model.isAtStart())
        .build();
  }

  private AppAction forward(String id, String icon, Runnable work, KeyStroke... keys) {
    return AppAction.of(id, Texts.get(id), work)
        .icon(icon)
        .keys(keys)
        .when(() -> !model.isAtEnd())
        .build();
  }

  private AppAction fasterAction() {
    String name = Texts.get("playback.faster");
    return AppAction.of("playback.faster", name, () -> model.setSpeed(model.speed().faster()))
        .keys(key(VK_PLUS), key(VK_ADD), key(VK_EQUALS), shift(VK_EQUALS))
        .when(() -> model.speed() != model.speed().faster())
        .build();
  }

  private AppAction slowerAction() {
    String name = Texts.get("playback.slower");
    return AppAction.of("playback.slower", name, () -> model.setSpeed(model.speed().slower()))
        .keys(key(VK_MINUS), key(VK_SUBTRACT))
        .when(() -> model.speed() != model.speed().slower())
        .build();
  }

  private AppAction loopAction() {
    String name = Texts.get("playback.loop");
    return AppAction.of("playback.loop", name, () -> model.setLoop(!model.isLoop()))
        .icon("loop")
        .toggle(model::isLoop)
        .build();
  }

  /** All of them, in the order of a menu. */
  public List<AppAction> all() {
    return List.of(
        toggle,
        stepForward,
        stepBack,
        elementForward,
        elementBack,
        first,
        last,
        faster,
        slower,
        loop);
  }

  /** In the order of the bar: what stands left of play, play, what stands right of it. */
  List<AppAction> transport() {
    return List.of(first, elementBack, stepBack, toggle, stepForward, elementForward, last);
  }

  AppAction play() {
    return toggle;
  }

  AppAction loop() {
    return loop;
  }

  private Look lookNow() {
    return new Look(
        model.isPlaying(), model.isAtStart(), model.isAtEnd(), model.isLoop(), model.speed());
  }

  private void follow() {
    Look now = lookNow();
    if (now.equals(look)) {
      return;
    }
    look = now;
    toggle.putValue(Action.SMALL_ICON, Icons.of(now.playing() ? "pause" : "play"));
    all().forEach(AppAction::refresh);
  }
}
