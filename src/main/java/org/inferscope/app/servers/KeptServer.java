package org.inferscope.app.servers;

/**
 * A server that this user trusts.
 *
 * @param host its name or address
 * @param port where it listens
 * @param fingerprint SHA-256 of its certificate in hexadecimal digits; empty for a server of this
 *     machine that is spoken to in plain text
 */
public record KeptServer(String host, int port, String fingerprint) {

  /** Host and port as people write them. */
  public String address() {
    return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
  }

  /** Whether it is at this place. */
  boolean isAt(HostPort place) {
    return host.equalsIgnoreCase(place.host()) && port == place.port();
  }
}
