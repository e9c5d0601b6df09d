package org.inferscope.app;

import org.jspecify.annotations.Nullable;

/**
 * A display on another machine, as over {@code ssh -X}. There Java keeps pictures on the display's
 * side and, where that can't blend colours itself, fetches each piece to paint over it: a first
 * picture of 45 s and more at 40 ms a round trip, of 11 s where pictures are kept on this side. Any
 * thread, before the toolkit starts.
 */
public final class RemoteDisplay {
  private static final String PROPERTY = "sun.java2d.pmoffscreen";

  private RemoteDisplay() {}

  /**
   * Keeps pictures on this side where the display is elsewhere, unless Java's command line says how
   * to.
   *
   * @param display the variable {@code DISPLAY}, as {@code host:number.screen}
   */
  public static void keepPicturesHere(@Nullable String display) {
    if (isRemote(display) && System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, "false");
    }
  }

  static boolean isRemote(@Nullable String display) {
    if (display == null) {
      return false;
    }
    int colon = display.lastIndexOf(':');
    String host = colon < 0 ? "" : display.substring(0, colon);
    // A host with a slash is the path of a socket of this machine.
    return !host.isEmpty() && !host.equals("unix") && !host.contains("/");
  }
}
