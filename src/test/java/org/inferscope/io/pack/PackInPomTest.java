package org.inferscope.io.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the build's profile fetches for CUDA is what the pack has beside CUDA's own libraries. */
class PackInPomTest {
  private static final String ITEMS =
      "/project/profiles/profile[id='cuda']//artifactItems/artifactItem";
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)\\}");

  private final XPath paths = XPathFactory.newInstance().newXPath();

  @ParameterizedTest
  @EnumSource
  void theProfileAndTheListNameTheSameFiles(PackSystem system) throws Exception {
    List<String> listed =
        PackList.of(system).engine().stream()
            .map(
                file ->
                    String.join(
                        ":", file.group(), file.artifact(), file.version(), file.classifier()))
            .toList();
    assertThat(inPom(system)).containsExactlyInAnyOrderElementsOf(listed);
  }

  private List<String> inPom(PackSystem system) throws Exception {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
    Map<String, String> properties = new HashMap<>();
    for (Node property : nodes("/project/properties/*", pom)) {
      properties.put(property.getNodeName(), property.getTextContent());
    }
    // Each system's own profile sets it to this.
    properties.put("javacpp.platform", system.key());
    List<String> items = new ArrayList<>();
    for (Node item : nodes(ITEMS, pom)) {
      List<String> parts = new ArrayList<>();
      for (String part : List.of("groupId", "artifactId", "version", "classifier")) {
        parts.add(resolved(paths.evaluate(part, item), properties));
      }
      items.add(String.join(":", parts));
    }
    return items;
  }

  private List<Node> nodes(String path, Document pom) throws Exception {
    NodeList found = (NodeList) paths.evaluate(path, pom, XPathConstants.NODESET);
    List<Node> all = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      all.add(found.item(i));
    }
    return all;
  }

  private static String resolved(String text, Map<String, String> properties) {
    String now = text;
    for (Matcher name = PROPERTY.matcher(now); name.find(); name = PROPERTY.matcher(now)) {
      String value = properties.get(name.group(1));
      assertThat(value).as(name.group()).isNotNull();
      now = now.replace(name.group(), value);
    }
    return now;
  }
}
