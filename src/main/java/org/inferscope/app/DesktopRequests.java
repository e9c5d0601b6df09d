package org.inferscope.app;

import java.awt.Desktop;
import java.awt.Desktop.Action;
import java.awt.desktop.QuitResponse;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the desktop asks of a running program. macOS hands over a double-clicked lesson by an event
 * and not by an argument, also to a program that it has just started for it, and its own menu has
 * About and Quit. All else has no such events. Event thread.
 *
 * <p>Never run on macOS: written from the JDK's documentation, and tested with a stand-in for the
 * desktop.
 */
final class DesktopRequests {
  /** The part of {@link Desktop} that is needed; handlers are called on the event thread. */
  interface Desk {
    boolean supports(Action action);

    void onOpen(Consumer<List<File>> handler);

    void onAbout(Runnable handler);

    void onQuit(Consumer<QuitResponse> handler);
  }

  private DesktopRequests() {}

  /**
   * The desktop, where it asks anything. Java is not even asked on other systems: on Linux it would
   * load the desktop's widgets to find out, a tenth of a second for a no.
   */
  static Optional<Desk> ofThisSystem() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return os.startsWith("mac") && Desktop.isDesktopSupported()
        ? Optional.of(new JavaDesk(Desktop.getDesktop()))
        : Optional.empty();
  }

  /**
   * Does what the desktop asks from now on; what it has asked since the program started, it asks
   * now.
   *
   * @param open opens a lesson; of several files each in turn, as if opened one after the other
   * @param about tells about the program
   * @param quit ends the program, and lets the desktop know when it can go on
   */
  static void follow(Desk desk, Consumer<Path> open, Runnable about, Consumer<QuitResponse> quit) {
    if (desk.supports(Action.APP_OPEN_FILE)) {
      desk.onOpen(files -> files.forEach(file -> open.accept(file.toPath())));
    }
    if (desk.supports(Action.APP_ABOUT)) {
      desk.onAbout(about);
    }
    if (desk.supports(Action.APP_QUIT_HANDLER)) {
      desk.onQuit(quit);
    }
  }

  /** Java's door to it. */
  private record JavaDesk(Desktop desktop) implements Desk {
    @Override
    public boolean supports(Action action) {
      return desktop.isSupported(action);
    }

    @Override
    public void onOpen(Consumer<List<File>> handler) {
      desktop.setOpenFileHandler(event -> handler.accept(event.getFiles()));
    }

    @Override
    public void onAbout(Runnable handler) {
      desktop.setAboutHandler(event -> handler.run());
    }

    @Override
    public void onQuit(Consumer<QuitResponse> handler) {
      desktop.setQuitHandler((event, response) -> handler.accept(response));
    }
  }
}
