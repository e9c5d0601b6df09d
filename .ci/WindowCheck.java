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
import java.util.List;
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
  private static final double SMALLEST_SHARE_OF_SCREEN = 0.2;

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

  private static String whyBlank(int[] empty, int[] shown) {
    long changed = 0;
    for (int i = 0; i < shown.length; i++) {
      changed += shown[i] == empty[i] ? 0 : 1;
    }
    long colours = Arrays.stream(shown).distinct().count();
    System.out.printf("window check: %d pixels painted, %d colours%n", changed, colours);
    if (changed < SMALLEST_SHARE_OF_SCREEN * shown.length) {
      return "no window of a useful size appears";
    }
    return colours < FEWEST_COLOURS ? "the window is blank" : null;
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
