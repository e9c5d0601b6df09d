package org.inferscope.app.servers;

import java.time.Instant;
import java.util.List;
import org.inferscope.compute.InferscopeException;

/** The servers that are kept, and the way to any. */
public interface Servers {

  /**
   * What a server shows of itself.
   *
   * @param fingerprint SHA-256 of its certificate in hexadecimal digits
   * @param subject whom the certificate names
   * @param notAfter until when it is valid
   */
  record Certificate(String fingerprint, String subject, Instant notAfter) {}

  /** The servers that are kept, in the order in which they were added. Event thread. */
  List<KeptServer> kept();

  /**
   * Asks a server for its certificate, and tells it nothing. Waits for the network.
   *
   * @throws InferscopeException with the reason in words if it shows none
   */
  Certificate certificate(String host, int port);

  /**
   * Begins a session with a server and ends it. Waits for the network.
   *
   * @param token what the server asks of those who call
   * @throws InferscopeException with the reason in words if it cannot be used
   */
  void tryOut(KeptServer server, String token);

  /** Keeps a server, in place of one at the same address, and uses it from now on. Event thread. */
  void keep(KeptServer server, String token);

  /** Forgets a server and its token; jobs go on elsewhere. Event thread. */
  void forget(KeptServer server);
}
