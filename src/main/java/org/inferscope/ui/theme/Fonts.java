package org.inferscope.ui.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import com.formdev.flatlaf.util.FontUtils;
import java.awt.Font;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.swing.UIManager;

/**
 * The two typefaces: Inter for text, JetBrains Mono (whose digits are all equally wide) for
 * numbers. Sizes in code are for a UI scale of 100 %, the fonts returned are at the scale in force;
 * none comes smaller than the theme's smallest readable size. Call while laying out or painting.
 */
public final class Fonts {
  /** Ordinary text, unscaled. */
  public static final float BODY = 13;

  /** The smallest text of the design, unscaled. */
  public static final float SMALL = 12;

  /** Each file takes some milliseconds to read, once a process. */
  private static final FutureTask<Boolean> FIRST = new FutureTask<>(Fonts::readFirst);

  private static final FutureTask<Boolean> OTHERS = new FutureTask<>(Fonts::readOthers);

  private Fonts() {}

  /**
   * Reads what the first picture is written in, if nobody has begun to. Any thread; returns when it
   * is read or somebody else is at it.
   */
  public static void loadFirst() {
    FIRST.run();
  }

  /**
   * Reads the other faces: bold and italic text, as pages of HTML have it. Any thread; returns when
   * they are read.
   */
  public static void loadOthers() {
    OTHERS.run();
    await(OTHERS);
  }

  private static boolean readFirst() {
    FlatInterFont.installStyle(FlatInterFont.STYLE_REGULAR);
    FlatInterFont.installStyle(FlatInterFont.STYLE_SEMIBOLD);
    FlatJetBrainsMonoFont.installStyle(FlatJetBrainsMonoFont.STYLE_REGULAR);
    FlatJetBrainsMonoFont.installStyle(FlatJetBrainsMonoFont.STYLE_BOLD);
    return true;
  }

  private static boolean readOthers() {
    List.of(
            FlatInterFont.STYLE_ITALIC,
            FlatInterFont.STYLE_BOLD,
            FlatInterFont.STYLE_BOLD_ITALIC,
            FlatInterFont.STYLE_SEMIBOLD_ITALIC)
        .forEach(FlatInterFont::installStyle);
    FlatJetBrainsMonoFont.installStyle(FlatJetBrainsMonoFont.STYLE_ITALIC);
    FlatJetBrainsMonoFont.installStyle(FlatJetBrainsMonoFont.STYLE_BOLD_ITALIC);
    return true;
  }

  private static void await(FutureTask<Boolean> files) {
    try {
      files.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fonts were read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Makes both families known to the theme. */
  static void install() {
    loadFirst();
    await(FIRST);
    FlatLaf.setPreferredFontFamily(FlatInterFont.FAMILY);
    FlatLaf.setPreferredSemiboldFontFamily(FlatInterFont.FAMILY_SEMIBOLD);
    FlatLaf.setPreferredMonospacedFontFamily(FlatJetBrainsMonoFont.FAMILY);
  }

  /** Inter at a size. */
  public static Font text(float size) {
    return sized(FlatInterFont.FAMILY, Font.PLAIN, size);
  }

  /** Inter, semi-bold, at a size: for headings and what is in focus. */
  public static Font strong(float size) {
    return sized(FlatInterFont.FAMILY_SEMIBOLD, Font.PLAIN, size);
  }

  /** JetBrains Mono at a size: for numbers and code. */
  public static Font mono(float size) {
    return sized(FlatJetBrainsMonoFont.FAMILY, Font.PLAIN, size);
  }

  /** JetBrains Mono, bold, at a size. */
  public static Font monoStrong(float size) {
    return sized(FlatJetBrainsMonoFont.FAMILY, Font.BOLD, size);
  }

  /** The smallest size, unscaled, that text may have in the mode in force. */
  public static float smallest() {
    int smallest = UIManager.getInt("Inferscope.smallestText");
    return smallest > 0 ? smallest : SMALL;
  }

  private static Font sized(String family, int style, float size) {
    float pixels = Metrics.px(Math.max(size, smallest()));
    return FontUtils.getCompositeFont(family, style, Math.round(pixels)).deriveFont(pixels);
  }
}
