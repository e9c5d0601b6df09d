package org.inferscope.io.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.compute.InferscopeException;

/** An answer whose body is still to come. One thread; closing it ends the connection. */
final class Reply implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");
  private static final int LONGEST_TEXT = 16_000_000;

  private final URI from;
  private final int status;
  private final HttpHeaders headers;
  private final BodyQueue body;
  private final String linkedTag;
  private final Duration silence;

  /**
   * An answer.
   *
   * @param from the address that gave it, after all redirects
   * @param linkedTag what the hub itself said of the content before it sent us on; may be empty
   * @param silence how long to wait for more of the body
   */
  Reply(
      URI from,
      int status,
      HttpHeaders headers,
      BodyQueue body,
      String linkedTag,
      Duration silence) {
    this.from = from;
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.linkedTag = linkedTag;
    this.silence = silence;
  }

  /** Of which bytes of a file an answer consists. */
  record Span(long start, long total) {}

  int status() {
    return status;
  }

  String host() {
    return from.getHost();
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The content's name, without quotes, as the hub gives it; else as this server does. */
  String tag() {
    return linkedTag.isEmpty() ? plain(header("ETag").orElse("")) : linkedTag;
  }

  /** A tag without its quotes and its mark of weakness. */
  static String plain(String tag) {
    return tag.replaceFirst("^W/", "").replace("\"", "");
  }

  /** The tag to ask with for the rest of the same content; empty for a weak one. */
  String strongTag() {
    return header("ETag").filter(tag -> tag.startsWith("\"")).orElse("");
  }

  /** The size of the whole file, where the answer says it. */
  long total() {
    return span().map(Span::total).orElseGet(this::contentLength);
  }

  private long contentLength() {
    try {
      return headers.firstValueAsLong("Content-Length").orElse(HubFile.UNKNOWN);
    } catch (NumberFormatException e) {
      return HubFile.UNKNOWN;
    }
  }

  /** Which part this is, for an answer that is one. */
  Optional<Span> span() {
    Matcher range = RANGE.matcher(header("Content-Range").orElse(""));
    return range.matches()
        ? Optional.of(new Span(Long.parseLong(range.group(1)), Long.parseLong(range.group(2))))
        : Optional.empty();
  }

  /** Whether it is a page for people, such as the log-in of a café's network. */
  boolean isPage() {
    String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith("text/html");
  }

  /** The next bytes; empty at the end. While none come, {@code waiting} is called now and then. */
  Optional<ByteBuffer> next(Runnable waiting, StopSign stop) throws IOException {
    return body.next(silence, waiting, stop);
  }

  /**
   * All of a text.
   *
   * @throws InferscopeException if it is far too long for one
   */
  String text(StopSign stop) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Optional<ByteBuffer> bytes = next(() -> {}, stop);
    while (bytes.isPresent()) {
      byte[] piece = new byte[bytes.get().remaining()];
      bytes.get().get(piece);
      all.writeBytes(piece);
      if (all.size() > LONGEST_TEXT) {
        throw HubProblem.notAList(host());
      }
      bytes = next(() -> {}, stop);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    body.cancel();
  }
}
