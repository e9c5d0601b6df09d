package org.inferscope.io.hub;

import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * Where the hub is and how to reach it.
 *
 * @param endpoint its address, without a slash at the end
 * @param token opens models that are not for everybody; sent to the endpoint's own host only
 * @param offline whether the network is not to be used
 * @param proxies the way there
 */
public record HubSettings(
    URI endpoint, Optional<String> token, boolean offline, ProxySelector proxies) {
  private static final String DEFAULT_ENDPOINT = "https://huggingface.co";
  private static final Set<String> YES = Set.of("1", "ON", "YES", "TRUE");

  /**
   * As the hub's own tools have it: {@code HF_ENDPOINT}, {@code HF_TOKEN}, {@code HF_HUB_OFFLINE},
   * and the proxies of the environment or of Java.
   *
   * @throws InferscopeException if the endpoint is no address
   */
  public static HubSettings of(Map<String, String> environment) {
    return new HubSettings(
        address(environment.getOrDefault("HF_ENDPOINT", "").strip()),
        Optional.ofNullable(environment.get("HF_TOKEN"))
            .map(String::strip)
            .filter(token -> !token.isEmpty()),
        YES.contains(environment.getOrDefault("HF_HUB_OFFLINE", "").toUpperCase(Locale.ROOT)),
        new EnvironmentProxies(environment));
  }

  private static URI address(String text) {
    String address = text.isEmpty() ? DEFAULT_ENDPOINT : text;
    return webAddress(address)
        .orElseThrow(() -> new InferscopeException(Texts.get("hub.endpoint.bad", address)));
  }

  /**
   * For another server than the hub: without a token, through the same proxies.
   *
   * @param server its address, without a slash at the end
   */
  public static HubSettings forServer(URI server, Map<String, String> environment) {
    return new HubSettings(server, Optional.empty(), false, new EnvironmentProxies(environment));
  }

  /** A server's address without slashes at its end; empty if the text is none. */
  public static Optional<URI> webAddress(String text) {
    try {
      URI uri = new URI(text.replaceFirst("/+$", ""));
      boolean web = Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
      return uri.getHost() != null && web ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The address of something at the hub; the path begins with a slash. */
  URI at(String path) {
    return URI.create(endpoint + path);
  }
}
