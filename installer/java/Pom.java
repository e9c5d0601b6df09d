import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  /** Numbers only, and macOS's first one is at least 1. */
  private static final Pattern VERSION =
      Pattern.compile("([1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,4})");

  /** Windows's installer has a byte, a byte and two bytes for them. */
  private static final int[] LARGEST = {255, 255, 65_535};

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
      if (!isFit(version)) {
        throw new Refusal(
            "Packages need a version of three numbers, from 1.0.0 to 255.255.65535; pom.xml has "
                + version);
      }
      String time = text(child(root, "properties"), "project.build.outputTimestamp");
      return new Pom(version, Instant.parse(time));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new Refusal("pom.xml cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isFit(String version) {
    Matcher numbers = VERSION.matcher(version);
    boolean fit = numbers.matches();
    for (int i = 0; fit && i < LARGEST.length; i++) {
      fit = Integer.parseInt(numbers.group(i + 1)) <= LARGEST[i];
    }
    return fit;
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
