package org.inferscope.tab;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.inferscope.compute.Registration;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.UndoControl;

/** One tab of the window. Event thread. */
public interface Tab {
  /** Its name in lesson files and on the command line, such as {@code matmul}. Never changes. */
  String id();

  /** Its name on screen. */
  String title();

  /** Where on the class path its guide is, an HTML page, such as {@code /org/…/guide.html}. */
  String guideResource();

  /** The stage. Built on the first call; the same one on each call. */
  JComponent component();

  /** What stands beside the stage, in order. Built on the first call. */
  List<SidePanel> sidePanels();

  /** Tells the listener the id of a side panel each time that it should come to the front. */
  default Registration onPanelWish(Consumer<String> listener) {
    return () -> {};
  }

  /**
   * What can be done in this tab: its menu, and its part of the command palette. Without what can
   * be done with {@link #playback}, which has a menu of the app's.
   */
  List<AppAction> actions();

  /** What Space, the arrows and a presentation clicker play, if the tab plays something. */
  Optional<PlaybackModel> playback();

  /** What the audience is looking at right now, in one sentence. */
  String caption();

  /** Tells the listener each new caption. */
  Registration onCaption(Consumer<String> listener);

  /** Undo and redo of this tab's state. */
  UndoControl undo();

  /** This tab's part of a lesson file. */
  LessonSection lesson();

  /** Whether this tab can show what an intent carries. At most one tab says so of any intent. */
  default boolean accepts(Intent intent) {
    return false;
  }

  /**
   * Shows what an intent carries, as one step that can be undone.
   *
   * @throws IllegalArgumentException if {@link #accepts} says no
   */
  default void take(Intent intent) {
    throw new IllegalArgumentException(id() + " takes no intent, was given " + intent);
  }
}
