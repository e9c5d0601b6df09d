package org.inferscope.app.window;

import java.util.List;

/** Ids of the actions that the window's parts show by themselves. */
public final class ShellActions {
  /** Opens the command palette. */
  public static final String PALETTE = "palette.open";

  /** Opens and closes the dock. */
  public static final String DOCK = "view.dock";

  /** Switches between the light and the dark theme. */
  public static final String FLIP_THEME = "view.flipTheme";

  /** Enters and leaves projector mode. */
  public static final String PROJECTOR = "view.projector";

  /** Shows the guide. */
  public static final String GUIDE = "help.guide";

  /** What has a button in the tab strip. */
  static final List<String> IN_STRIP = List.of(GUIDE, FLIP_THEME, PROJECTOR, DOCK);

  private ShellActions() {}
}
