package org.inferscope.compute.worker.server;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How a server for others is to be.
 *
 * @param listen where; port 0 for any that is free
 * @param tls empty on an address that only this machine reaches
 * @param token what clients must present
 * @param limits what a session may use
 * @param connections the most at a time
 * @param metrics where its own pages are, see {@link MetricsPage}; empty for none
 * @param version of this program
 */
public record ServeSettings(
    InetSocketAddress listen,
    Optional<ServerTls> tls,
    String token,
    Limits limits,
    int connections,
    Optional<InetSocketAddress> metrics,
    String version) {

  /** Checks that what is said can be overheard by nobody else. */
  public ServeSettings {
    if (tls.isEmpty() && !listen.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("no encryption on " + listen);
    }
    if (token.isEmpty() || connections < 1) {
      throw new IllegalArgumentException("token or connections");
    }
  }
}
