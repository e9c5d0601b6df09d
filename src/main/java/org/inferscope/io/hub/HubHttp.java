package org.inferscope.io.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.inferscope.io.AppVersion;

/**
 * Asks the hub, and whom it sends us on to. The client has its own threads, which end with it; the
 * calling thread only ever waits for a moment at a time.
 */
final class HubHttp {
  private static final int MOST_REDIRECTS = 10;
  private static final long LOOK_MILLIS = 50;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> BUSY = Set.of(408, 425, 429, 500, 502, 503, 504);

  private final HubSettings settings;
  private final Limits limits;
  private final HttpClient client;

  HubHttp(HubSettings settings, Limits limits) {
    this.settings = settings;
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect())
            .proxy(settings.proxies())
            .build();
  }

  /**
   * Asks for an address and follows redirects.
   *
   * @return the answer, to be closed; its status is not one of those that mean "later"
   * @throws IOException if another try may help
   * @throws org.inferscope.compute.InferscopeException if none will
   */
  Reply get(URI address, Map<String, String> headers, StopSign stop) throws IOException {
    URI at = address;
    String linkedTag = "";
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<BodyQueue> response = send(request(at, headers), stop);
      if (linkedTag.isEmpty()) {
        linkedTag = Reply.plain(response.headers().firstValue("X-Linked-Etag").orElse(""));
      }
      Reply reply =
          new Reply(
              at,
              response.statusCode(),
              response.headers(),
              response.body(),
              linkedTag,
              limits.silence());
      if (!REDIRECTS.contains(reply.status())) {
        return unlessBusy(reply);
      }
      reply.close();
      at = target(at, reply);
    }
    throw HubProblem.redirects(address.getHost());
  }

  private static Reply unlessBusy(Reply reply) throws BusyException {
    if (BUSY.contains(reply.status())) {
      reply.close();
      throw new BusyException(reply.status(), waitingTime(reply.header("Retry-After").orElse("")));
    }
    return reply;
  }

  /** Given in seconds or as a date. */
  private static Duration waitingTime(String text) {
    if (text.matches("\\d{1,6}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration until = Duration.between(Instant.now(), date);
      return until.isNegative() ? Duration.ZERO : until;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  private HttpRequest request(URI at, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            .header("User-Agent", "inferscope/" + AppVersion.current())
            // Else sizes and ranges would be those of the packed content.
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    if (isHub(at)) {
      settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    }
    return request.build();
  }

  private boolean isHub(URI at) {
    URI hub = settings.endpoint();
    return at.getScheme().equalsIgnoreCase(hub.getScheme())
        && at.getHost().equalsIgnoreCase(hub.getHost())
        && at.getPort() == hub.getPort();
  }

  private HttpResponse<BodyQueue> send(HttpRequest request, StopSign stop) throws IOException {
    CompletableFuture<HttpResponse<BodyQueue>> answer =
        client.sendAsync(request, info -> new BodyQueue());
    boolean arrived = false;
    try {
      HttpResponse<BodyQueue> response = await(answer, stop);
      arrived = true;
      return response;
    } finally {
      if (!arrived) {
        answer.cancel(true);
      }
    }
  }

  private HttpResponse<BodyQueue> await(
      CompletableFuture<HttpResponse<BodyQueue>> answer, StopSign stop) throws IOException {
    long end = System.nanoTime() + limits.answer().toNanos();
    while (true) {
      stop.check();
      try {
        return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (System.nanoTime() - end > 0) {
          throw new HttpTimeoutException("no answer in " + limits.answer().toMillis() + " ms");
        }
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      } catch (InterruptedException e) {
        throw StopSign.interrupted();
      }
    }
  }

  /** Where a redirect leads: on, but never from a secure connection to one that is not. */
  private static URI target(URI from, Reply reply) {
    String location = reply.header("Location").orElse("");
    try {
      URI to = from.resolve(location);
      boolean web = "https".equals(to.getScheme()) || "http".equals(to.getScheme());
      boolean lower = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
      if (!location.isEmpty() && web && !lower && to.getHost() != null) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      throw HubProblem.badRedirect(from.getHost(), location);
    }
    throw HubProblem.badRedirect(from.getHost(), location);
  }
}
