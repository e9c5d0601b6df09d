package org.inferscope.io.servers;

import org.inferscope.tensor.Args;

/**
 * A server as it is kept.
 *
 * @param host its name or address
 * @param port where it listens
 * @param fingerprint SHA-256 of its certificate; empty for a server of this machine that is spoken
 *     to in plain text
 * @param token what it asks of those who call
 */
public record SavedServer(String host, int port, String fingerprint, String token) {

  /** Checks the port. */
  public SavedServer {
    Args.inRange(port, 1, 65_535, "port");
  }

  /** Leaves out the token, so that it comes into no log. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
