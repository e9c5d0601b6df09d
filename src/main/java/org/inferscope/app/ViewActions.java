package org.inferscope.app;

import static org.inferscope.ui.action.Shortcuts.key;
import static org.inferscope.ui.action.Shortcuts.menu;
import static org.inferscope.ui.action.Shortcuts.menuShift;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Settings;
import org.inferscope.app.prefs.ThemeChoice;
import org.inferscope.app.window.OpenTabs;
import org.inferscope.app.window.ShellActions;
import org.inferscope.tab.Tab;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.theme.Palette;

/** The View menu. */
final class ViewActions {
  private static final List<Integer> SCALES =
      List.of(75, 90, 100, 110, 125, 150, 175, 200, 250, 300);
  private static final List<Integer> PROJECTOR_SCALES = List.of(150, 175, 200, 225, 250);

  private final Settings settings;
  private final LookKeeper looks;
  private final OpenTabs tabs;
  private final Projection projection;

  ViewActions(Settings settings, LookKeeper looks, OpenTabs tabs, Projection projection) {
    this.settings = settings;
    this.looks = looks;
    this.tabs = tabs;
    this.projection = projection;
  }

  List<AppAction> all(Runnable openPalette) {
    List<AppAction> actions = new ArrayList<>();
    actions.add(
        AppAction.of(ShellActions.PALETTE, Texts.get("app.view.palette"), openPalette)
            .keys(menu(KeyEvent.VK_K))
            .icon("search")
            .build());
    addTabs(actions);
    addThemes(actions);
    addScales(actions);
    addModes(actions);
    return actions;
  }

  private void addTabs(List<AppAction> actions) {
    int number = 0;
    for (Tab tab : tabs.all()) {
      int key = KeyEvent.VK_1 + number++;
      actions.add(
          AppAction.of("view.tab." + tab.id(), tab.title(), () -> tabs.select(tab))
              .keys(menu(key))
              .section("tabs")
              .choice("tab", () -> tabs.current() == tab)
              .build());
    }
  }

  private void addThemes(List<AppAction> actions) {
    actions.add(theme("view.theme.light", Texts.get("app.view.light"), ThemeChoice.LIGHT));
    actions.add(theme("view.theme.dark", Texts.get("app.view.dark"), ThemeChoice.DARK));
    actions.add(
        AppAction.of(
                "view.theme.system",
                this::systemName,
                () -> settings.set(Pref.THEME, ThemeChoice.SYSTEM))
            .section("theme")
            .choice("theme", () -> settings.get(Pref.THEME) == ThemeChoice.SYSTEM)
            .build());
    actions.add(
        AppAction.of(ShellActions.FLIP_THEME, Texts.get("app.view.flip"), this::flip)
            .keys(menuShift(KeyEvent.VK_L))
            .icon("theme")
            .section("theme")
            .build());
  }

  private AppAction theme(String id, String name, ThemeChoice choice) {
    return AppAction.of(id, name, () -> settings.set(Pref.THEME, choice))
        .section("theme")
        .choice("theme", () -> settings.get(Pref.THEME) == choice)
        .build();
  }

  private String systemName() {
    boolean silent =
        settings.get(Pref.THEME) == ThemeChoice.SYSTEM
            && settings.get(Pref.SYSTEM_THEME) == ThemeChoice.SYSTEM;
    return silent ? Texts.get("app.view.systemSilent") : Texts.get("app.view.system");
  }

  private void flip() {
    settings.set(Pref.THEME, Palette.isDark() ? ThemeChoice.LIGHT : ThemeChoice.DARK);
  }

  private void addScales(List<AppAction> actions) {
    actions.add(
        AppAction.of("view.larger", Texts.get("app.view.larger"), () -> step(1))
            .keys(menu(KeyEvent.VK_EQUALS), menu(KeyEvent.VK_PLUS), menu(KeyEvent.VK_ADD))
            .section("scale")
            .build());
    actions.add(
        AppAction.of("view.smaller", Texts.get("app.view.smaller"), () -> step(-1))
            .keys(menu(KeyEvent.VK_MINUS), menu(KeyEvent.VK_SUBTRACT))
            .section("scale")
            .build());
    actions.add(
        AppAction.of("view.normal", Texts.get("app.view.normal"), () -> setScale(100))
            .keys(menu(KeyEvent.VK_0))
            .section("scale")
            .build());
    for (int percent : SCALES) {
      String name = Texts.get("app.view.scaleOf", Integer.toString(percent));
      actions.add(
          AppAction.of("view.scale." + percent, name, () -> setScale(percent))
              .section("scale")
              .submenu(Texts.get("app.view.scale"))
              .choice("scale", () -> percent(Pref.SCALE) == percent)
              .build());
    }
    for (int percent : PROJECTOR_SCALES) {
      String name = Texts.get("app.view.projectorScaleOf", Integer.toString(percent));
      actions.add(
          AppAction.of("view.projectorScale." + percent, name, () -> setProjector(percent))
              .section("scale")
              .submenu(Texts.get("app.view.projectorScale"))
              .choice("projectorScale", () -> percent(Pref.PROJECTOR_SCALE) == percent)
              .build());
    }
  }

  private int percent(Pref<Double> pref) {
    return (int) Math.round(settings.get(pref) * 100);
  }

  private void setScale(int percent) {
    settings.set(Pref.SCALE, percent / 100.0);
  }

  private void setProjector(int percent) {
    settings.set(Pref.PROJECTOR_SCALE, percent / 100.0);
  }

  /** To the next larger or smaller step; in projector mode of its own enlargement. */
  private void step(int direction) {
    boolean projector = looks.isProjector();
    Pref<Double> pref = projector ? Pref.PROJECTOR_SCALE : Pref.SCALE;
    settings.set(
        pref, next(projector ? PROJECTOR_SCALES : SCALES, percent(pref), direction) / 100.0);
  }

  static int next(List<Integer> steps, int now, int direction) {
    return direction > 0
        ? steps.stream().filter(step -> step > now).findFirst().orElse(now)
        : steps.stream().filter(step -> step < now).reduce((a, b) -> b).orElse(now);
  }

  private void addModes(List<AppAction> actions) {
    actions.add(
        AppAction.of(ShellActions.PROJECTOR, Texts.get("app.view.projector"), projection::flip)
            .tooltip(Texts.get("app.view.projectorTip"))
            .keys(key(KeyEvent.VK_F11))
            .icon("projector")
            .section("modes")
            .toggle(looks::isProjector)
            .build());
    actions.add(
        AppAction.of("view.projector.leave", this::leaveName, projection::flip)
            .keys(key(KeyEvent.VK_ESCAPE))
            .section("modes")
            .when(looks::isProjector)
            .build());
    actions.add(
        AppAction.of(ShellActions.DOCK, Texts.get("app.view.dock"), projection::flipDock)
            .keys(key(KeyEvent.VK_F9))
            .icon("dock")
            .section("modes")
            .toggle(projection::isDockOpen)
            .build());
    actions.add(flag("view.motion", Texts.get("app.view.motion"), Pref.REDUCE_MOTION));
    actions.add(flag("view.safe", Texts.get("app.view.safe"), Pref.COLOR_BLIND_SAFE));
  }

  /** Only has a name, and with it a menu item, where there is something to leave. */
  private String leaveName() {
    return looks.isProjector() ? Texts.get("app.view.leave") : "";
  }

  private AppAction flag(String id, String name, Pref<Boolean> pref) {
    return AppAction.of(id, name, () -> settings.set(pref, !settings.get(pref)))
        .section("eyes")
        .toggle(() -> settings.get(pref))
        .build();
  }
}
