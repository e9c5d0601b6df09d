package org.inferscope.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.support.ChildJvm;

/** What a server tells of itself. */
final class MetricsPage {
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+/metrics");

  private MetricsPage() {}

  /** The page at the address that the server has named. */
  static String of(ChildJvm server) throws IOException, InterruptedException {
    Matcher address = ADDRESS.matcher(server.out());
    assertThat(address.find()).isTrue();
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address.group())).build();
    try {
      return client.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      // Who is slow is cut off after 2 s, and the first page on a busy machine is.
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
