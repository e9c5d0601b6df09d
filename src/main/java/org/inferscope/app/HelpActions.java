package org.inferscope.app;

import static org.inferscope.ui.action.Shortcuts.key;
import static org.inferscope.ui.action.Shortcuts.menu;

import java.awt.event.KeyEvent;
import java.util.List;
import org.inferscope.app.window.AboutCard;
import org.inferscope.app.window.ShellActions;
import org.inferscope.app.window.ShortcutsCard;
import org.inferscope.io.AppVersion;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionRegistry;
import org.inferscope.ui.action.AppAction;

/** The Help menu. */
final class HelpActions {
  /** The action that tells about the program. */
  static final String ABOUT = "help.about";

  private final ActionRegistry registry;
  private final Runnable flipGuide;
  private final CardPlace place;

  /**
   * Ways to help.
   *
   * @param flipGuide shows the guide, or puts it away where it is shown
   */
  HelpActions(ActionRegistry registry, Runnable flipGuide, CardPlace place) {
    this.registry = registry;
    this.flipGuide = flipGuide;
    this.place = place;
  }

  List<AppAction> all() {
    return List.of(
        AppAction.of(ShellActions.GUIDE, Texts.get("app.help.guide"), flipGuide)
            .tooltip(Texts.get("app.help.guideTip"))
            .keys(key(KeyEvent.VK_F1))
            .icon("guide")
            .build(),
        AppAction.of("help.shortcuts", Texts.get("app.shortcuts.title"), this::shortcuts)
            .keys(menu(KeyEvent.VK_SLASH))
            .icon("keyboard")
            .build(),
        AppAction.of(ABOUT, Texts.get("app.help.about"), this::about).build());
  }

  private void shortcuts() {
    ShortcutsCard card = new ShortcutsCard(registry, place::close);
    place.open(card, card.focus());
  }

  private void about() {
    AboutCard card = new AboutCard(AppVersion.current(), place::close);
    place.open(card, card.focus());
  }
}
