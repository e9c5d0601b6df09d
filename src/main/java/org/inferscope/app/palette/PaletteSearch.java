package org.inferscope.app.palette;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.ui.action.ActionRegistry;
import org.inferscope.ui.action.AppAction;

/** Finds actions by a few letters of their name or of the menu they stand in. */
public final class PaletteSearch {
  /**
   * An action found.
   *
   * @param action the action
   * @param group the menu it stands in
   * @param name its name now
   * @param letters where in the name the typed letters are; empty if they are elsewhere
   * @param score how well it fits
   */
  record Hit(AppAction action, String group, String name, List<Integer> letters, int score) {}

  /** What the name loses where only menu and name together fit. */
  private static final int THROUGH_GROUP = 15;

  /** What an action loses that cannot be done now. */
  private static final int DOES_NOT_APPLY = 40;

  private final ActionRegistry registry;

  /** Searches the actions of a registry, as they are at each search. */
  public PaletteSearch(ActionRegistry registry) {
    this.registry = registry;
  }

  /**
   * The actions that fit, best first; with an empty query all of them in the order of the menus.
   */
  List<Hit> find(String query) {
    boolean all = query.isBlank();
    return registry.groups().stream()
        .flatMap(group -> registry.in(group).stream().flatMap(a -> hit(query, group, a)))
        .sorted(Comparator.comparingInt(hit -> all ? 0 : -hit.score()))
        .toList();
  }

  private static Stream<Hit> hit(String query, String group, AppAction action) {
    String name = action.name();
    if (name.isEmpty()) {
      return Stream.empty();
    }
    int handicap = action.applies() ? 0 : DOES_NOT_APPLY;
    return FuzzyMatch.of(query, name)
        .map(match -> new Hit(action, group, name, match.positions(), match.score() - handicap))
        .or(
            () ->
                FuzzyMatch.of(query, group + " " + name)
                    .map(match -> match.score() - THROUGH_GROUP - handicap)
                    .map(score -> new Hit(action, group, name, List.of(), score)))
        .stream();
  }
}
