package org.inferscope.cli.serve;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.text.Texts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A place on the network, as {@code HOST:PORT}; an IPv6 address stands in brackets, as in {@code
 * [::1]:50151}, and port 0 is any that is free.
 *
 * @param host a name or an address
 * @param port from 0 to 65535
 */
public record HostPort(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(\\[([0-9a-fA-F:.%]+)]|[^:\\[\\]\\s]+):(\\d{1,5})");
  private static final int MOST = 65_535;

  /** Reads one for picocli, whose errors name the option. */
  public static final class Reader implements ITypeConverter<HostPort> {

    @Override
    public HostPort convert(String text) {
      Matcher parts = FORM.matcher(text);
      if (!parts.matches() || Integer.parseInt(parts.group(3)) > MOST) {
        throw new TypeConversionException(Texts.get("cli.serve.badAddress", text));
      }
      String bare = parts.group(2) == null ? parts.group(1) : parts.group(2);
      return new HostPort(bare, Integer.parseInt(parts.group(3)));
    }
  }

  /** As people write it. */
  public String text() {
    return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
  }

  /** The address, looked up. */
  public InetSocketAddress resolve() throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(host), port);
  }
}
