import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * Starts the jar as a person would, waits until its window has painted, takes a picture, checks
 * that something is on it, closes the window through the window manager and expects exit status 0.
 *
 * <p>Run as {@code java WindowCheck.java inferscope.jar picture.png} on a display that shows
 * nothing else and whose window manager closes the focused window on Alt+F4.
 */
final class WindowCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int FEWEST_COLOURS = 32;
  private static final double LEAST_INK = 0.02;
  private static final int SMALLEST_SIDE = 400;
  private static final int FRAME = 32;

  private final Robot robot;
  private final Rectangle screen;

  private WindowCheck() throws Exception {
    robot = new Robot();
    screen =
        GraphicsEnvironment.getLocalGraphicsEnvironment()
            .getDefaultScreenDevice()
            .getDefaultConfiguration()
            .getBounds();
  }

  public static void main(String[] args) throws Exception {
    String failure = new WindowCheck().check(args[0], new File(args[1]));
    if (failure != null) {
      System.err.println("window check: " + failure);
      System.exit(1);
    }
    System.exit(0);
  }

  /** Returns what went wrong, or null. */
  private String check(String jar, File picture) throws Exception {
    int[] empty = pixels(shot());
    Process app = start(jar, Files.createTempDirectory("inferscope-home"));
    try {
      BufferedImage window = waitForWindow(app, empty);
      picture.getAbsoluteFile().getParentFile().mkdirs();
      ImageIO.write(window, "png", picture);
      String blank = whyBlank(empty, pixels(window));
      if (blank != null) {
        return blank;
      }
      close();
      if (!app.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return "closing the window does not end the program";
      }
      return app.exitValue() == 0 ? null : "the program exits with " + app.exitValue();
    } finally {
      app.destroyForcibly();
    }
  }

  /** With a home of its own, so that it opens as on the first day and leaves no trace. */
  private static Process start(String jar, Path home) throws Exception {
    String java = System.getProperty("java.home") + "/bin/java";
    ProcessBuilder builder = new ProcessBuilder(java, "-Duser.home=" + home, "-jar", jar);
    for (String folder : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")) {
      builder.environment().put(folder, home.resolve(folder).toString());
    }
    return builder.inheritIO().start();
  }

  /** Two pictures in a row that are alike and not blank, or the last one before patience ended. */
  private BufferedImage waitForWindow(Process app, int[] empty) {
    Instant started = Instant.now();
    BufferedImage last = shot();
    while (app.isAlive() && Instant.now().isBefore(started.plus(PATIENCE))) {
      robot.delay(250);
      BufferedImage next = shot();
      boolean settled = Arrays.equals(pixels(last), pixels(next));
      last = next;
      if (settled && whyBlank(empty, pixels(next)) == null) {
        break;
      }
    }
    return last;
  }

  /** Looks inside the window only: its frame and title are the window manager's work. */
  private String whyBlank(int[] empty, int[] shown) {
    Rectangle window = inside(empty, shown);
    if (window.width < SMALLEST_SIDE || window.height < SMALLEST_SIDE) {
      return "no window of a useful size appears";
    }
    Map<Integer, Integer> colours = new HashMap<>();
    for (int y = window.y; y < window.y + window.height; y++) {
      for (int x = window.x; x < window.x + window.width; x++) {
        colours.merge(shown[y * screen.width + x], 1, Integer::sum);
      }
    }
    double background = Collections.max(colours.values());
    double ink = 1 - background / (window.width * window.height);
    System.out.printf(
        "window check: %d x %d pixels, %d colours, %.1f %% not background%n",
        window.width, window.height, colours.size(), 100 * ink);
    return colours.size() < FEWEST_COLOURS || ink < LEAST_INK ? "the window is blank" : null;
  }

  /** The box around all pixels that changed, less the window manager's frame. */
  private Rectangle inside(int[] empty, int[] shown) {
    Rectangle box = new Rectangle(-1, -1);
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] != empty[i]) {
        box.add(new Rectangle(i % screen.width, i / screen.width, 1, 1));
      }
    }
    box.grow(-FRAME, -FRAME);
    return box;
  }

  private void close() {
    robot.keyPress(KeyEvent.VK_ALT);
    robot.keyPress(KeyEvent.VK_F4);
    robot.keyRelease(KeyEvent.VK_F4);
    robot.keyRelease(KeyEvent.VK_ALT);
  }

  private BufferedImage shot() {
    return robot.createScreenCapture(screen);
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
