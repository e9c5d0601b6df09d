package org.inferscope.app;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.ui.FlatButtonUI;
import com.formdev.flatlaf.ui.FlatLabelUI;
import com.formdev.flatlaf.ui.FlatStylingSupport.Styleable;
import com.formdev.flatlaf.ui.FlatToggleButtonUI;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.lang.reflect.Field;
import java.util.List;
import org.inferscope.compute.exec.Daemons;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Icons;

/**
 * What the first picture needs and the event thread need not do itself, done beside it: files are
 * read and libraries woken up while the display is reached and the tabs are made. Whoever needs a
 * thing before it is there waits for it or does it alone, so that nothing depends on the head start
 * but the time that the first picture takes.
 */
final class HeadStart {
  /** What the window shows when it opens. */
  private static final List<String> ICONS =
      List.of(
          "inferscope",
          "search",
          "guide",
          "theme",
          "projector",
          "dock",
          "link",
          "predict",
          "first",
          "element-back",
          "step-back",
          "play",
          "step-forward",
          "element-forward",
          "last",
          "loop");

  /** What is written there, and what the tabs say of themselves. */
  private static final List<String> TEXTS =
      List.of("app", "matmul", "linear", "network", "roofline", "gpt2", "playback", "control");

  /** Stands for all records: the JVM makes what compares them when the first two are compared. */
  private record Pair(int left, float right, Object both) {}

  private HeadStart() {}

  /** What needs no display, as soon as a window is wanted; any thread. */
  static void begin() {
    start(
        () -> {
          // Arithmetic on decimal digits takes longer to wake up than all numbers shown.
          String number = Numbers.full(0.1f);
          boolean unused = new Pair(1, 1, number).equals(new Pair(1, 1, number));
          Texts.load(TEXTS);
        });
  }

  /** What the theme needs, as soon as it is known that there is a display; any thread. */
  static void beforeTheme() {
    start(
        () -> {
          Fonts.loadFirst();
          List.of(FlatButtonUI.class, FlatToggleButtonUI.class, FlatLabelUI.class)
              .forEach(HeadStart::findMarks);
          paint("0.1");
        });
  }

  /** What the theme is needed for, once it is in force; any thread. */
  static void afterTheme() {
    start(() -> Icons.load(ICONS));
  }

  private static void start(Runnable work) {
    Daemons.thread("inferscope-head-start", work).start();
  }

  /** The theme asks for the marks of each field that is styled. */
  private static void findMarks(Class<?> styled) {
    for (Field field : styled.getDeclaredFields()) {
      boolean unused = field.isAnnotationPresent(Styleable.class);
    }
  }

  /** Wakes up what draws letters and round corners. */
  private static void paint(String text) {
    BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setFont(new Font(FlatInterFont.FAMILY, Font.PLAIN, (int) Fonts.BODY));
    g.drawString(text, 0, 32);
    g.drawRoundRect(1, 1, 60, 60, 8, 8);
    g.dispose();
  }
}
