package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
  private static final Device DEVICE =
      new Device("reference", "A \"fast\" chip", DeviceKind.CPU, "plain\\Java");

  /** A comment, or a name with labels and a number: the text format's lines. */
  private static final Pattern LINE =
      Pattern.compile(
          "# (HELP|TYPE) [a-z_]+ .+"
              + "|[a-z_]+(\\{([a-z]+=\"([^\"\\\\]|\\\\[\\\\n\"])*\",?)+})? [0-9.E-]+");

  private final ServerMetrics metrics = new ServerMetrics();
  private final AtomicBoolean serving = new AtomicBoolean(true);
  private final HttpClient client = HttpClient.newHttpClient();
  private MetricsPage page;

  @BeforeEach
  void start() {
    page = MetricsPage.start(anyPort(), metrics, "1.2.3", DEVICE, serving::get);
  }

  @AfterEach
  void stop() {
    page.close();
  }

  private void used(String client, long nanos) {
    metrics.callEnded(new CallReport(client, "Run", Status.Code.OK, 1, nanos));
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private HttpRequest.Builder request(String path) {
    String address = "http://127.0.0.1:" + page.address().getPort() + path;
    return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  @Test
  void allThatIsCountedIsOnThePage() throws Exception {
    metrics.watch(() -> new DeviceUsage(4096, "gemm", 3, 2));
    used("app on \"desk\"", 1_500_000_000L);
    used("app on \"desk\"", 500_000_000L);
    metrics.answered("inferscope.v1.Compute/Run", Status.Code.OK);
    metrics.answered("inferscope.v1.Compute/Run", Status.Code.OK);
    metrics.answered("inferscope.v1.Compute/Run", Status.Code.NOT_FOUND);
    metrics.connectionOpened();
    metrics.connectionRefused();
    HttpResponse<String> answer = get("/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body())
        .endsWith("\n")
        .contains(
            "inferscope_build_info{version=\"1.2.3\",backend=\"plain\\\\Java\","
                + "device=\"A \\\"fast\\\" chip\"} 1\n",
            "inferscope_queue_length 3\n",
            "inferscope_sessions 2\n",
            "inferscope_tensor_bytes 4096\n",
            "inferscope_connections 1\n",
            "inferscope_connections_refused_total 1\n",
            "inferscope_calls_total{method=\"inferscope.v1.Compute/Run\",status=\"OK\"} 2\n",
            "inferscope_calls_total{method=\"inferscope.v1.Compute/Run\",status=\"NOT_FOUND\"} 1\n",
            "inferscope_device_seconds_total{client=\"app on \\\"desk\\\"\"} 2.0\n");
    assertThat(answer.body().lines()).allMatch(line -> LINE.matcher(line).matches());
  }

  @Test
  void everyMetricHasAHelpLineAndAType() throws Exception {
    used("a", 1);
    metrics.answered("m", Status.Code.OK);
    List<String> lines = get("/metrics").body().lines().toList();
    List<String> names =
        lines.stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceFirst("[{ ].*", ""))
            .distinct()
            .toList();
    assertThat(names).hasSize(10);
    for (String name : names) {
      assertThat(lines).anyMatch(line -> line.startsWith("# HELP " + name + " "));
      assertThat(lines).anyMatch(line -> line.startsWith("# TYPE " + name + " "));
    }
  }

  @Test
  void clientsWithEverNewNamesDoNotMakeThePageGrow() throws Exception {
    for (int i = 0; i < 10_000; i++) {
      used("client " + i, 1_000_000);
    }
    used("x".repeat(100_000), 1);
    used("line\nbreak", 1);
    assertThat(metrics.deviceNanos()).hasSizeLessThanOrEqualTo(ServerMetrics.MOST_CLIENTS + 1);
    String body = get("/metrics").body();
    assertThat(body.length()).isLessThan(20_000);
    assertThat(body).contains("client=\"(others)\"} 9.9");
  }

  @Test
  void healthIsToldUntilTheServerStops() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    serving.set(false);
    assertThat(get("/healthz").statusCode()).isEqualTo(503);
  }

  @Test
  void otherPagesAndOtherVerbsAreRefused() throws Exception {
    assertThat(get("/metrics/secret").statusCode()).isEqualTo(404);
    assertThat(get("/").statusCode()).isEqualTo(404);
    HttpRequest post = request("/metrics").POST(BodyPublishers.ofString("x")).build();
    assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    HttpRequest head = request("/metrics").method("HEAD", BodyPublishers.noBody()).build();
    assertThat(client.send(head, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  @Test
  void oneWhoConnectsAndSaysHalfAWordKeepsNobodyOutForLong() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.address().getPort());
        socket.getOutputStream().write("GET /met".getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      assertThat(get("/metrics").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void anAddressThatIsTakenIsNamedInASentence() {
    InetSocketAddress taken = page.address();
    assertThatThrownBy(() -> MetricsPage.start(taken, metrics, "1", DEVICE, serving::get))
        .isExactlyInstanceOf(InferscopeException.class)
        .hasMessageContaining("127.0.0.1:" + taken.getPort());
  }

  @Test
  void nothingListensAfterTheEnd() {
    int port = page.address().getPort();
    page.close();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(IOException.class);
  }
}
