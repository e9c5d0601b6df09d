package org.inferscope.app.servers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * Where a server listens.
 *
 * @param host its name or address, without brackets
 * @param port from 1 to 65,535
 */
record HostPort(String host, int port) {
  private static final int LARGEST = 65_535;

  /** A host, in brackets where it has colons itself, and what follows the last colon. */
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^:\\[\\]]+)):(.*)");

  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._-]+");

  /**
   * Reads what was typed.
   *
   * @throws InferscopeException saying what is wrong with it and what would be right
   */
  static HostPort parse(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      throw new InferscopeException(Texts.get("servers.address.empty"));
    }
    if (text.contains("/")) {
      throw new InferscopeException(Texts.get("servers.address.slash"));
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new InferscopeException(Texts.get("servers.address.noPort"));
    }
    String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
    if (parts.group(1) == null && !HOST.matcher(host).matches()) {
      throw new InferscopeException(Texts.get("servers.address.host", host));
    }
    return new HostPort(host, port(parts.group(3)));
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= LARGEST) {
        return port;
      }
    } catch (NumberFormatException e) {
      // The sentence below says it.
    }
    throw new InferscopeException(Texts.get("servers.address.port", text));
  }

  /** Whether it is this machine, as far as its name tells. */
  boolean isThisMachine() {
    return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1");
  }
}
