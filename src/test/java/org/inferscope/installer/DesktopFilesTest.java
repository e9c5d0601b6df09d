package org.inferscope.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.inferscope.io.lesson.LessonFile;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What desktops are told of the program and its lessons: one truth on all systems. */
class DesktopFilesTest {
  private static final Path INSTALLER = Path.of("installer");
  private static final String DESKTOP = "linux/desktop";
  private static final String MIME = "application/x-inferscope-lesson";
  private static final String ENDING = LessonFile.SUFFIX.substring(1);

  @Test
  void linuxOpensLessons() throws Exception {
    Properties entry = properties(DESKTOP, "inferscope.desktop");
    assertThat(entry.getProperty("Exec")).isEqualTo("/opt/inferscope/bin/inferscope %f");
    assertThat(entry.getProperty("MimeType")).isEqualTo(MIME + ";");
    Document kinds = xml(DESKTOP, "inferscope.xml");
    assertThat(attribute(kinds, "mime-type", "type")).isEqualTo(MIME);
    assertThat(attribute(kinds, "glob", "pattern")).isEqualTo("*." + ENDING);
  }

  @Test
  void linuxKnowsTheEntryByOneName() throws Exception {
    Document about = xml(DESKTOP, "org.inferscope.Inferscope.metainfo.xml");
    assertThat(text(about, "launchable")).isEqualTo("inferscope.desktop");
    assertThat(text(about, "mediatype")).isEqualTo(MIME);
    assertThat(properties(DESKTOP, "inferscope.desktop").getProperty("Icon"))
        .isEqualTo(text(about, "icon"));
  }

  @Test
  void windowsOpensLessons() throws IOException {
    Properties kind = properties("windows", "lesson.properties");
    assertThat(kind.getProperty("extension")).isEqualTo(ENDING);
    assertThat(kind.getProperty("mime-type")).isEqualTo(MIME);
    assertThat(properties("windows", "console.properties").getProperty("win-console"))
        .isEqualTo("true");
  }

  @Test
  void macosOpensLessons() throws IOException {
    String plist = Files.readString(INSTALLER.resolve("macos").resolve("Info.plist"));
    assertThat(plist)
        .containsPattern(
            "public.filename-extension</key>\\s*<array>\\s*<string>" + ENDING + "</string>")
        .containsPattern("public.mime-type</key>\\s*<string>" + Pattern.quote(MIME) + "</string>")
        .containsPattern(
            "LSItemContentTypes</key>\\s*<array>\\s*<string>org.inferscope.lesson</string>")
        .containsPattern("UTTypeIdentifier</key>\\s*<string>org.inferscope.lesson</string>");
  }

  /** Windows takes a package with another code for another program, and installs it beside. */
  @Test
  void windowsKnowsUpgradesByTheCodeOfTheFirstVersion() throws IOException {
    String arguments =
        Files.readString(INSTALLER.resolve("jpackage").resolve("windows-package.args"));
    Matcher code = Pattern.compile("--win-upgrade-uuid (\\S+)").matcher(arguments);
    assertThat(code.find()).isTrue();
    assertThat(UUID.fromString(code.group(1)))
        .isEqualTo(UUID.fromString("5fc67823-61bc-4ebc-b4e7-28364215ca12"));
  }

  @Test
  void removingSaysWhereTheUsersFilesAre() throws IOException {
    for (String script : List.of("postrm", "inferscope.spec")) {
      assertThat(Files.readString(INSTALLER.resolve("linux").resolve("package").resolve(script)))
          .contains(".config/inferscope")
          .contains(".local/share/inferscope")
          .contains(".cache/inferscope")
          .contains(".local/state/inferscope");
    }
  }

  private static Properties properties(String folder, String file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(INSTALLER.resolve(folder).resolve(file))) {
      properties.load(in);
    }
    return properties;
  }

  private static Document xml(String folder, String file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(INSTALLER.resolve(folder).resolve(file).toFile());
  }

  private static String attribute(Document document, String tag, String name) {
    return document
        .getElementsByTagName(tag)
        .item(0)
        .getAttributes()
        .getNamedItem(name)
        .getNodeValue();
  }

  private static String text(Document document, String tag) {
    return document.getElementsByTagName(tag).item(0).getTextContent().strip();
  }
}
