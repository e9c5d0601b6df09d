package org.inferscope.compute.worker.server;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceUsage;

/**
 * Metrics in Prometheus' text format, version 0.0.4: for each a line of help, one of its type, and
 * one for each set of labels.
 */
final class MetricsText {
  static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final double NANOS_A_SECOND = 1e9;

  private final StringBuilder text = new StringBuilder();

  private MetricsText() {}

  /**
   * The whole page.
   *
   * @param version of this program
   * @param device what the server computes on
   */
  static String of(ServerMetrics metrics, String version, Device device) {
    MetricsText page = new MetricsText();
    page.build(version, device);
    page.health(metrics);
    page.usage(metrics.usage());
    page.connections(metrics);
    page.calls(metrics);
    page.clients(metrics);
    return page.text.toString();
  }

  private void build(String version, Device device) {
    head("build_info", "gauge", "What runs here; always 1.");
    line(
        "build_info",
        labels("version", version, "backend", device.backend(), "device", device.name()),
        "1");
  }

  private void health(ServerMetrics metrics) {
    head("serving", "gauge", "1 while calls are taken, 0 otherwise.");
    line("serving", "", metrics.isServing() ? "1" : "0");
    head("device_losses_total", "counter", "How often the device was lost.");
    line("device_losses_total", "", Long.toString(metrics.losses()));
  }

  private void usage(DeviceUsage now) {
    head("queue_length", "gauge", "Calls that wait for the device.");
    line("queue_length", "", Integer.toString(now.waiting()));
    head("sessions", "gauge", "Sessions that are attached.");
    line("sessions", "", Integer.toString(now.clients()));
    head("tensor_bytes", "gauge", "Bytes that the tensors of all sessions hold.");
    line("tensor_bytes", "", Long.toString(now.heldBytes()));
  }

  private void connections(ServerMetrics metrics) {
    head("connections", "gauge", "Connections that are open.");
    line("connections", "", Integer.toString(metrics.connections()));
    head("connections_refused_total", "counter", "Connections refused because of their number.");
    line("connections_refused_total", "", Long.toString(metrics.refused()));
  }

  private void calls(ServerMetrics metrics) {
    head("calls_total", "counter", "Calls that ended, by kind and gRPC status.");
    text.append(
        metrics.calls().entrySet().stream()
            .map(
                entry ->
                    text(
                        "calls_total",
                        labels(
                            "method",
                            entry.getKey().method(),
                            "status",
                            entry.getKey().status().name()),
                        Long.toString(entry.getValue().sum())))
            .sorted()
            .collect(Collectors.joining()));
  }

  private void clients(ServerMetrics metrics) {
    head("device_seconds_total", "counter", "Seconds that a client had the device.");
    metrics.deviceNanos().entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(this::client);
  }

  private void client(Map.Entry<String, LongAdder> time) {
    double seconds = time.getValue().sum() / NANOS_A_SECOND;
    line("device_seconds_total", labels("client", time.getKey()), Double.toString(seconds));
  }

  private void head(String name, String type, String help) {
    text.append("# HELP inferscope_").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE inferscope_").append(name).append(' ').append(type).append('\n');
  }

  private void line(String name, String labels, String value) {
    text.append(text(name, labels, value));
  }

  private static String text(String name, String labels, String value) {
    return "inferscope_" + name + labels + " " + value + "\n";
  }

  /** Names and values in turn. */
  private static String labels(String... pairs) {
    StringBuilder all = new StringBuilder("{");
    for (int i = 0; i < pairs.length; i += 2) {
      all.append(i == 0 ? "" : ",").append(pairs[i]);
      all.append("=\"").append(escaped(pairs[i + 1])).append('"');
    }
    return all.append('}').toString();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
