package org.inferscope.io.pack;

import java.util.Map;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.hub.HubSettings;
import org.inferscope.text.Texts;

/** Where the pack's files are fetched from. */
final class PackSource {
  private static final String MAVEN_CENTRAL = "https://repo.maven.apache.org/maven2";
  private static final String VARIABLE = "INFERSCOPE_MAVEN_REPOSITORY";

  private PackSource() {}

  /**
   * Maven Central, or the mirror that the environment names.
   *
   * @throws InferscopeException if the mirror's address is none
   */
  static HubSettings settings(Map<String, String> environment) {
    String given = environment.getOrDefault(VARIABLE, "").strip();
    String address = given.isEmpty() ? MAVEN_CENTRAL : given;
    return HubSettings.webAddress(address)
        .map(server -> HubSettings.forServer(server, environment))
        .orElseThrow(() -> new InferscopeException(Texts.get("pack.badMirror", VARIABLE, address)));
  }
}
