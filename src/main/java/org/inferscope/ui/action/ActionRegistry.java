package org.inferscope.ui.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inferscope.compute.Registration;

/**
 * Every action of the app and of the tab in front, in the order of the menus. An action is in one
 * group, the menu it stands in; the palette and the list of shortcuts show the group's name.
 */
public final class ActionRegistry {
  private final Map<String, List<AppAction>> groups = new LinkedHashMap<>();

  /**
   * Adds actions to a group; close the registration to take them away again, as when another tab
   * comes to the front.
   *
   * @throws IllegalArgumentException if an id is already taken
   */
  public Registration add(String group, List<AppAction> actions) {
    for (AppAction action : actions) {
      if (find(action.id()).isPresent()) {
        throw new IllegalArgumentException("two actions have the id " + action.id());
      }
    }
    groups.computeIfAbsent(group, name -> new ArrayList<>()).addAll(actions);
    return () -> remove(group, actions);
  }

  /** The group stays in its place, so that it can be filled again. */
  private void remove(String group, List<AppAction> actions) {
    groups.getOrDefault(group, new ArrayList<>()).removeAll(actions);
  }

  /** The names of the groups that have actions, in the order in which they were first added. */
  public List<String> groups() {
    return groups.keySet().stream().filter(group -> !in(group).isEmpty()).toList();
  }

  /** The actions of a group, in order; none if there is no such group. */
  public List<AppAction> in(String group) {
    return List.copyOf(groups.getOrDefault(group, List.of()));
  }

  /** All actions, in order. */
  public List<AppAction> all() {
    return groups.values().stream().flatMap(List::stream).toList();
  }

  /** The action of this id. */
  public Optional<AppAction> find(String id) {
    return groups.values().stream()
        .flatMap(List::stream)
        .filter(action -> action.id().equals(id))
        .findFirst();
  }

  /** The action of this id, which must be there. */
  public AppAction get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no action " + id));
  }

  /** Asks every action again for its name and state. */
  public void refresh() {
    all().forEach(AppAction::refresh);
  }
}
