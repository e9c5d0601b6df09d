import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Uses the installed program as a person at a desktop would: starts it by the command of its menu
 * entry, steps the animation by keyboard, opens a lesson by its kind of file, and looks whether the
 * window shows what the program paints off screen. Then starts it ten times more against the clock.
 *
 * <p>Run as {@code java PackageCheck.java lesson folder} on a display that shows nothing else, the
 * lesson being the first picture five steps on. The program finds a home of its own in the folder,
 * and no other program on its path; what libraries would unpack into the home that the system knows
 * is looked for there.
 */
final class PackageCheck {
  private static final Path MENU_ENTRY = Path.of("/usr/share/applications/inferscope.desktop");

  /** Where libraries may come from: the system's, and what was installed. */
  private static final List<Path> LIBRARIES =
      List.of(Path.of("/usr/lib"), Path.of("/lib"), Path.of("/opt/inferscope"));

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int STEPS = 5;
  private static final int STARTS = 10;

  /** The goal is half a second on a quiet machine; three times that is something broken. */
  private static final int MOST_MILLIS = 1_500;

  private static final int MOST_RESIDENT_MB = 250;

  /** Blocks of this side are compared by their mean, so that fonts may be smoothed otherwise. */
  private static final int BLOCK = 8;

  private static final int ALIKE = 20;
  private static final double MOST_UNLIKE = 0.01;

  /** Of a menu bar, which is in the window and not in the snapshot. */
  private static final int HIGHEST_MENU = 48;

  private static final Pattern WINDOW =
      Pattern.compile(
          "\\s+0x[0-9a-f]+ \"(.*)\": \\(\"(.*)\" \".*\"\\)\\s+(\\d+)x(\\d+)\\+-?\\d+\\+-?\\d+"
              + "\\s+\\+(-?\\d+)\\+(-?\\d+)");

  private static final Pattern STEP = Pattern.compile("\\s*(\\d+) ms\\s+(.+)");
  private static final String PAINTED = "first paint";

  /** The last step of a start, when all are told. */
  private static final String TOLD = "natives loaded";

  private final Path lesson;
  private final Path folder;
  private final Path home;
  private final List<String> program;
  private final String windowClass;
  private final Robot robot = new Robot();

  private record Window(String title, Rectangle place) {}

  /** When the first picture was there, in milliseconds since the launch and by its own count. */
  private record Paint(long sinceLaunch, long counted) {}

  /** What is not as it should be. */
  private static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String sentence) {
      super(sentence);
    }
  }

  private PackageCheck(Path lesson, Path folder) throws Exception {
    this.lesson = lesson.toAbsolutePath();
    this.folder = Files.createDirectories(folder);
    home = Files.createDirectories(folder.resolve("home")).toAbsolutePath();
    Map<String, String> entry = new TreeMap<>();
    for (String line : Files.readAllLines(MENU_ENTRY)) {
      String[] parts = line.split("=", 2);
      if (parts.length == 2) {
        entry.put(parts[0], parts[1]);
      }
    }
    program = List.of(entry.get("Exec").replace(" %f", "").split(" "));
    windowClass = entry.get("StartupWMClass");
  }

  public static void main(String[] args) throws Exception {
    try {
      new PackageCheck(Path.of(args[0]), Path.of(args[1])).check();
      System.exit(0);
    } catch (Failure failure) {
      System.err.println("package check: " + failure.getMessage());
      System.exit(1);
    }
  }

  private void check() throws Exception {
    Set<Path> before = unpackedAtHome();
    checkStepping();
    checkKindOfFile();
    checkStartTime();
    Set<Path> after = unpackedAtHome();
    after.removeAll(before);
    if (!after.isEmpty()) {
      throw new Failure("the program has unpacked what was installed: " + after);
    }
  }

  /** Where JavaCPP unpacks to, in the home of the list of users, which no variable changes. */
  private static Set<Path> unpackedAtHome() throws IOException {
    Path cache = Path.of(System.getProperty("user.home"), ".javacpp");
    if (!Files.exists(cache)) {
      return new TreeSet<>();
    }
    try (Stream<Path> all = Files.walk(cache)) {
      return all.collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private void checkStepping() throws Exception {
    Process app = start(List.of());
    try {
      compare(title -> true, "opened", List.of());
      for (int i = 0; i < STEPS; i++) {
        press(KeyEvent.VK_RIGHT);
        settled(title -> true);
      }
      compare(title -> true, "stepped", List.of("--lesson", lesson.toString()));
      checkMemory(app.pid());
      checkLibraries(app.pid());
      closeAndEnd(app);
    } finally {
      app.destroyForcibly();
    }
  }

  private void closeAndEnd(Process app) throws Exception {
    close();
    if (!app.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || app.exitValue() != 0) {
      throw new Failure("closing the window does not end the program with status 0");
    }
  }

  /** Its own process is none of ours: the desktop's opener starts it and ends. */
  private void checkKindOfFile() throws Exception {
    String name = lesson.getFileName().toString();
    Process opener = process(List.of("/usr/bin/gio", "open", lesson.toString())).start();
    if (!opener.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || opener.exitValue() != 0) {
      throw new Failure("the desktop does not know how to open " + name);
    }
    compare(title -> title.contains(name), "lesson", List.of("--lesson", lesson.toString()));
    close();
    waitUntil("the lesson's window does not close", () -> window(title -> true).isEmpty());
  }

  /** The installed program has its libraries ready and unpacks none. */
  private void checkLibraries(long pid) throws Exception {
    List<Path> mapped;
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/maps"))) {
      mapped =
          lines
              .map(line -> line.split("\\s+", 6))
              .filter(parts -> parts.length == 6 && parts[5].matches("/.*\\.so[.0-9]*"))
              .map(parts -> Path.of(parts[5]))
              .distinct()
              .toList();
    }
    if (mapped.stream().noneMatch(file -> file.toString().contains("/natives/libopenblas"))) {
      throw new Failure("OpenBLAS is not loaded from the installed natives: " + mapped);
    }
    List<Path> elsewhere =
        mapped.stream().filter(file -> LIBRARIES.stream().noneMatch(file::startsWith)).toList();
    if (!elsewhere.isEmpty()) {
      throw new Failure("native libraries are loaded from elsewhere: " + elsewhere);
    }
    try (Stream<Path> all = Files.walk(home)) {
      List<Path> unpacked = all.filter(file -> file.toString().contains(".so")).toList();
      if (!unpacked.isEmpty()) {
        throw new Failure("native libraries were unpacked: " + unpacked);
      }
    }
  }

  private void checkMemory(long pid) throws Exception {
    String status = Files.readString(Path.of("/proc/" + pid + "/status"));
    Matcher resident = Pattern.compile("VmRSS:\\s+(\\d+) kB").matcher(status);
    if (!resident.find()) {
      throw new Failure("the program's memory is not known");
    }
    long mb = Long.parseLong(resident.group(1)) * 1024 / 1_000_000;
    System.out.println("package check: " + mb + " MB resident");
    if (mb > MOST_RESIDENT_MB) {
      throw new Failure("the program holds " + mb + " MB, more than " + MOST_RESIDENT_MB);
    }
  }

  private void checkStartTime() throws Exception {
    List<Paint> paints = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      List<String> command = new ArrayList<>(program);
      command.add("--timings");
      ProcessBuilder builder = process(command).redirectOutput(ProcessBuilder.Redirect.PIPE);
      long launched = System.nanoTime();
      Process app = builder.start();
      try {
        paints.add(firstPaint(app, launched));
        settled(title -> true);
        closeAndEnd(app);
      } finally {
        app.destroyForcibly();
      }
    }
    long median = median(paints, Paint::sinceLaunch);
    System.out.printf(
        Locale.ROOT,
        "package check: first paint %d ms after the launch, of %s; %d ms by the program's count%n",
        median,
        paints.stream().map(Paint::sinceLaunch).toList(),
        median(paints, Paint::counted));
    if (median > MOST_MILLIS) {
      throw new Failure("the window takes more than " + MOST_MILLIS + " ms to paint");
    }
  }

  private static long median(List<Paint> paints, ToLongFunction<Paint> millis) {
    long[] sorted = paints.stream().mapToLong(millis).sorted().toArray();
    return (sorted[STARTS / 2 - 1] + sorted[STARTS / 2]) / 2;
  }

  /**
   * The program counts from its JVM, which was ready only when the launcher and it had worked for a
   * while. So the time since the launch is that until the program tells its steps, which it does at
   * the last one, less what passed from the paint to that one by its count; the telling is counted
   * in, so it is rather too long than too short.
   */
  private static Paint firstPaint(Process app, long launched) throws Exception {
    CompletableFuture<Paint> paint =
        CompletableFuture.supplyAsync(
            () -> {
              long painted = 0;
              // Stays open while the program runs: its output must have somewhere to go.
              BufferedReader lines = app.inputReader();
              while (true) {
                Matcher step = STEP.matcher(readLine(lines));
                if (step.matches() && step.group(2).equals(PAINTED)) {
                  painted = Long.parseLong(step.group(1));
                } else if (step.matches() && step.group(2).equals(TOLD)) {
                  long told = (System.nanoTime() - launched) / 1_000_000;
                  return new Paint(told - (Long.parseLong(step.group(1)) - painted), painted);
                }
              }
            });
    try {
      return paint.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Failure("the program does not say when it painted: " + e);
    }
  }

  private static String readLine(BufferedReader lines) {
    try {
      String line = lines.readLine();
      if (line == null) {
        throw new UncheckedIOException(new EOFException("it ends before"));
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(arguments);
    return process(command).start();
  }

  /** With a home of its own, and no Java that it could find. */
  private ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("DISPLAY", "LANG"));
    environment.put("PATH", home.toString());
    environment.put("HOME", home.toString());
    // Java has the home from the list of users, so that these are what the program goes by.
    environment.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
    environment.put("XDG_DATA_HOME", home.resolve(".local/share").toString());
    environment.put("XDG_CACHE_HOME", home.resolve(".cache").toString());
    environment.put("XDG_STATE_HOME", home.resolve(".local/state").toString());
    return builder;
  }

  private interface Question {
    boolean isTrue() throws Exception;
  }

  private void waitUntil(String failure, Question question) throws Exception {
    Instant asked = Instant.now();
    while (!question.isTrue()) {
      if (Instant.now().isAfter(asked.plus(PATIENCE))) {
        throw new Failure(failure);
      }
      robot.delay(50);
    }
  }

  private Window waitForWindow(Predicate<String> title) throws Exception {
    waitUntil("no window of the class " + windowClass, () -> window(title).isPresent());
    return window(title).orElseThrow();
  }

  /** The program's window, by the class that the menu entry names. */
  private Optional<Window> window(Predicate<String> title) throws Exception {
    Process tree = new ProcessBuilder("xwininfo", "-root", "-tree").start();
    String lines = new String(tree.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return lines
        .lines()
        .map(WINDOW::matcher)
        .filter(line -> line.matches() && line.group(2).equals(windowClass))
        .filter(line -> title.test(line.group(1)))
        .map(line -> new Window(line.group(1), place(line)))
        .filter(window -> window.place().width > BLOCK && window.place().height > BLOCK)
        .findFirst();
  }

  private static Rectangle place(Matcher line) {
    int[] numbers = new int[4];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(line.group(3 + i));
    }
    return new Rectangle(numbers[2], numbers[3], numbers[0], numbers[1]);
  }

  /** The window once two pictures in a row are alike and it has stayed where it is. */
  private BufferedImage settled(Predicate<String> title) throws Exception {
    Instant asked = Instant.now();
    Rectangle place = waitForWindow(title).place();
    BufferedImage last = robot.createScreenCapture(place);
    while (Instant.now().isBefore(asked.plus(PATIENCE))) {
      robot.delay(300);
      Rectangle now = waitForWindow(title).place();
      BufferedImage next = robot.createScreenCapture(now);
      if (now.equals(place) && Arrays.equals(pixels(last), pixels(next))) {
        return next;
      }
      place = now;
      last = next;
    }
    return last;
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  /** Waits until the window shows what the program paints off screen at its size. */
  private void compare(Predicate<String> title, String name, List<String> arguments)
      throws Exception {
    BufferedImage window = settled(title);
    BufferedImage high = snapshot(window.getWidth(), window.getHeight(), arguments);
    int menu = menuHeight(window, high);
    BufferedImage painted = snapshot(window.getWidth(), window.getHeight() - menu, arguments);
    Instant asked = Instant.now();
    double unlike = unlike(below(menu, window), painted, painted.getHeight());
    while (unlike > MOST_UNLIKE && Instant.now().isBefore(asked.plus(PATIENCE))) {
      window = settled(title);
      unlike = unlike(below(menu, window), painted, painted.getHeight());
    }
    ImageIO.write(window, "png", folder.resolve(name + ".png").toFile());
    System.out.printf(
        Locale.ROOT,
        "package check: %s, %d x %d below a menu of %d, %.2f %% unlike the snapshot%n",
        name,
        painted.getWidth(),
        painted.getHeight(),
        menu,
        100 * unlike);
    if (unlike > MOST_UNLIKE) {
      throw new Failure("the window does not show what the snapshot does: " + name + ".png");
    }
  }

  private static BufferedImage below(int menu, BufferedImage window) {
    return window.getSubimage(0, menu, window.getWidth(), window.getHeight() - menu);
  }

  private BufferedImage snapshot(int width, int height, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("snapshot", "--tab", "matmul", "--theme", "light"));
    command.addAll(List.of("--size", width + "x" + height, "--out", folder.toString()));
    command.addAll(arguments);
    Process process = process(command).start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new Failure("the snapshot does not end, or not with status 0");
    }
    return ImageIO.read(folder.resolve("matmul-light-" + width + "x" + height + ".png").toFile());
  }

  /** By how much the snapshot's upper edge, the tabs, lies lower in the window. */
  private static int menuHeight(BufferedImage window, BufferedImage snapshot) {
    int best = 0;
    double least = 1;
    for (int menu = 0; menu < HIGHEST_MENU; menu++) {
      double unlike = unlike(below(menu, window), snapshot, HIGHEST_MENU);
      if (unlike < least) {
        least = unlike;
        best = menu;
      }
    }
    return best;
  }

  /** The part of the blocks, of so many rows of pixels, whose mean colours differ visibly. */
  private static double unlike(BufferedImage one, BufferedImage other, int rows) {
    int blocks = 0;
    int unlike = 0;
    for (int y = 0; y + BLOCK <= rows; y += BLOCK) {
      for (int x = 0; x + BLOCK <= one.getWidth(); x += BLOCK) {
        int[] first = mean(one, x, y);
        int[] second = mean(other, x, y);
        blocks++;
        for (int channel = 0; channel < first.length; channel++) {
          if (Math.abs(first[channel] - second[channel]) > ALIKE) {
            unlike++;
            break;
          }
        }
      }
    }
    return (double) unlike / blocks;
  }

  private static int[] mean(BufferedImage image, int left, int top) {
    int[] sums = new int[3];
    for (int pixel : image.getRGB(left, top, BLOCK, BLOCK, null, 0, BLOCK)) {
      for (int channel = 0; channel < sums.length; channel++) {
        sums[channel] += pixel >> (8 * channel) & 0xff;
      }
    }
    for (int channel = 0; channel < sums.length; channel++) {
      sums[channel] /= BLOCK * BLOCK;
    }
    return sums;
  }

  private void press(int... keys) {
    for (int key : keys) {
      robot.keyPress(key);
    }
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.keyRelease(keys[i]);
    }
  }

  private void close() {
    press(KeyEvent.VK_ALT, KeyEvent.VK_F4);
  }
}
