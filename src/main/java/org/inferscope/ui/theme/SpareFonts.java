package org.inferscope.ui.theme;

import com.formdev.flatlaf.fonts.inter.FlatInterFont;
import com.formdev.flatlaf.fonts.jetbrains_mono.FlatJetBrainsMonoFont;
import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Typefaces for a Linux that has none, such as a small container: there, Java refuses to paint any
 * text at all. Java is then told of Inter and JetBrains Mono as files, and of a third one for the
 * one letter of ours that neither has. Any thread, but before anything else asks for a font.
 */
public final class SpareFonts {
  private static final String PROPERTY = "sun.awt.fontconfig";
  private static final String LIST = "fontconfig.properties";
  private static final String TEXT = "Inter-Regular.otf";
  private static final String SIGNS = "InferscopeSigns.ttf";
  private static final String MONO = "JetBrainsMono-Regular.ttf";

  private SpareFonts() {}

  /**
   * Tells Java of them if it has no others; on a Linux that has fonts, it takes a fraction of a
   * millisecond to see. Where they cannot be unpacked, everything is as it was without.
   *
   * @param cache the folder to unpack them into, once; need not exist
   */
  public static void useIfThereAreNone(Path cache) {
    if (System.getProperty(PROPERTY) != null
        || !System.getProperty("os.name", "").startsWith("Linux")
        || !LinuxFonts.mayBeMissing(System.getenv(), new File("/"))
        || hasFonts()) {
      return;
    }
    Path folder = cache.toAbsolutePath().resolve("fonts");
    try {
      unpack(folder);
      System.setProperty(PROPERTY, folder.resolve(LIST).toString());
      log().info("No fonts here: those in {} are used", folder);
    } catch (IOException e) {
      log().warn("No fonts here, and none could be unpacked into {}", folder, e);
    }
  }

  /**
   * Asks for one. Java makes a new attempt after one that failed, and looks at the property only
   * then.
   */
  private static boolean hasFonts() {
    try {
      return new Font(Font.DIALOG, Font.PLAIN, 12).canDisplay('a');
    } catch (RuntimeException | InternalError e) {
      return false;
    }
  }

  private static void unpack(Path folder) throws IOException {
    if (!Stream.of(TEXT, MONO, SIGNS).map(folder::resolve).allMatch(Files::exists)) {
      Files.createDirectories(folder);
      write(folder.resolve(TEXT), FlatInterFont.class.getResourceAsStream(TEXT));
      write(folder.resolve(MONO), FlatJetBrainsMonoFont.class.getResourceAsStream(MONO));
      write(folder.resolve(SIGNS), SpareFonts.class.getResourceAsStream("/assets/fonts/" + SIGNS));
    }
    // The folder may have been moved or copied since, and there are no other paths than absolute.
    Properties list = list(folder);
    if (!list.equals(read(folder.resolve(LIST)))) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      list.store(bytes, null);
      write(folder.resolve(LIST), new ByteArrayInputStream(bytes.toByteArray()));
    }
  }

  /** Empty where there is no such file, or something else. */
  private static Properties read(Path list) {
    Properties found = new Properties();
    try (InputStream in = Files.newInputStream(list)) {
      found.load(in);
    } catch (IOException | IllegalArgumentException e) {
      found.clear();
    }
    return found;
  }

  /** By way of a file beside it, so that no other instance finds half of one. */
  private static void write(Path file, @Nullable InputStream content) throws IOException {
    if (content == null) {
      throw new FileNotFoundException(file.toString());
    }
    Path part = Files.createTempFile(file.getParent(), "new", null);
    try (content) {
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Java's own format: for each of its families and styles, in which files to look for letters. */
  private static Properties list(Path folder) {
    Properties list = new Properties();
    list.setProperty("version", "1");
    list.setProperty("sequence.allfonts", "first,second,third");
    for (String family : List.of("serif", "sansserif", "dialog", "monospaced", "dialoginput")) {
      boolean mono = family.equals("monospaced") || family.equals("dialoginput");
      for (String style : List.of("plain", "bold", "italic", "bolditalic")) {
        list.setProperty(family + "." + style + ".first", mono ? "mono" : "text");
        list.setProperty(family + "." + style + ".second", mono ? "text" : "mono");
        list.setProperty(family + "." + style + ".third", "signs");
      }
    }
    list.setProperty("filename.text", folder.resolve(TEXT).toString());
    list.setProperty("filename.mono", folder.resolve(MONO).toString());
    list.setProperty("filename.signs", folder.resolve(SIGNS).toString());
    return list;
  }

  /** Asked for when needed: the first logger of a start takes it as long as all the rest here. */
  private static Logger log() {
    return LoggerFactory.getLogger(SpareFonts.class);
  }
}
