package org.inferscope.io.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies named by {@code https_proxy}, {@code http_proxy}, {@code all_proxy} and {@code
 * no_proxy}, in small or capital letters, as most programs for the terminal have them; where there
 * are none, those of Java's own settings, which can be the system's.
 */
final class EnvironmentProxies extends ProxySelector {
  private final Map<String, String> environment;

  EnvironmentProxies(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public List<Proxy> select(URI uri) {
    Optional<InetSocketAddress> named = named(uri.getScheme());
    if (named.isPresent()) {
      return List.of(isDirect(uri) ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, named.get()));
    }
    ProxySelector java = ProxySelector.getDefault();
    return java == null ? List.of(Proxy.NO_PROXY) : java.select(uri);
  }

  private Optional<InetSocketAddress> named(String scheme) {
    String address = value(scheme + "_proxy").or(() -> value("all_proxy")).orElse("");
    try {
      URI uri = new URI(address.contains("://") ? address : "http://" + address);
      // Other kinds, such as SOCKS, cannot be used here.
      boolean usable = uri.getHost() != null && uri.getScheme().startsWith("http");
      int port = uri.getPort() > 0 ? uri.getPort() : 80;
      // Not looked up here: the client does that when it connects.
      return usable
          ? Optional.of(InetSocketAddress.createUnresolved(uri.getHost(), port))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether {@code no_proxy} names the host, or a domain that it is in. */
  private boolean isDirect(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    for (String entry : value("no_proxy").orElse("").toLowerCase(Locale.ROOT).split(",", -1)) {
      String name = entry.strip().replaceFirst(":\\d+$", "").replaceFirst("^\\*?\\.", "");
      boolean names = host.equals(name) || host.endsWith("." + name);
      if (name.equals("*") || (!name.isEmpty() && names)) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> value(String name) {
    @Nullable String small = environment.get(name);
    String value = small == null ? environment.get(name.toUpperCase(Locale.ROOT)) : small;
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The client tells whoever asked. */
  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException error) {}
}
