import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What the packages take from {@code pom.xml}, so that it stands in one place.
 *
 * @param version three numbers
 * @param timestamp the time of all files in the packages
 */
record Pom(String version, Instant timestamp) {
  /** Of macOS's and Windows's installers: numbers only, and macOS's first one is at least 1. */
  private static final String VERSION = "[1-9]\\d{0,2}\\.\\d{1,3}\\.\\d{1,4}";

  static Pom read(Path project) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root =
          factory
              .newDocumentBuilder()
              .parse(project.resolve("pom.xml").toFile())
              .getDocumentElement();
      String version = text(root, "version");
      if (!version.matches(VERSION)) {
        throw new Refusal(
            "Packages need a version of three numbers, the first not 0; pom.xml has " + version);
      }
      String time = text(child(root, "properties"), "project.build.outputTimestamp");
      return new Pom(version, Instant.parse(time));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new Refusal("pom.xml cannot be read: " + e.getMessage(), e);
    }
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent().strip();
  }

  private static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    throw new Refusal("pom.xml has no " + name);
  }
}
