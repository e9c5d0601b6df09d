package org.inferscope.compute.worker;

import org.inferscope.tensor.Args;

/**
 * How to reach a server.
 *
 * @param host its name or address
 * @param port where it listens
 * @param fingerprint of its certificate, as {@link ServerCertificate#fingerprint} gives it; empty
 *     for plain text, which only a server of this machine may speak
 * @param token what it asks of those who call
 */
public record ServerAccess(String host, int port, String fingerprint, String token) {

  /** Checks the port. */
  public ServerAccess {
    Args.inRange(port, 1, 65_535, "port");
  }

  /** The host and port as people write them, which is also part of the device's id. */
  public String address() {
    return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
  }

  /** Whether it is spoken to in TLS. */
  public boolean isEncrypted() {
    return !fingerprint.isEmpty();
  }

  /** Leaves out the token, so that it comes into no log. */
  @Override
  public String toString() {
    return address();
  }
}
