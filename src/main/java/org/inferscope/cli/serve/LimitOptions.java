package org.inferscope.cli.serve;

import org.inferscope.cli.doctor.MachineMemory;
import org.inferscope.compute.worker.server.Limits;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a server gives a client at most, as options. */
final class LimitOptions {
  /** A message below this could hold next to nothing. */
  private static final long LEAST_MESSAGE = 64 << 10;

  private static final long TENSOR_BYTES = 4L << 30;

  /** Protocol buffers and Java's arrays go no further. */
  private static final long MOST_MESSAGE = 1 << 30;

  @Option(
      names = "--max-tensor-bytes",
      paramLabel = "BYTES",
      descriptionKey = "cli.serve.tensorBytes",
      converter = ByteCount.Reader.class)
  private @Nullable ByteCount tensorBytes;

  @Option(
      names = "--max-total-bytes",
      paramLabel = "BYTES",
      descriptionKey = "cli.serve.totalBytes",
      converter = ByteCount.Reader.class)
  private @Nullable ByteCount totalBytes;

  @Option(
      names = "--max-message-bytes",
      paramLabel = "BYTES",
      descriptionKey = "cli.serve.messageBytes",
      converter = ByteCount.Reader.class)
  private ByteCount messageBytes = new ByteCount(64 << 20);

  @Option(names = "--max-calls", paramLabel = "N", descriptionKey = "cli.serve.calls")
  private int calls = 32;

  @Option(names = "--max-sessions", paramLabel = "N", descriptionKey = "cli.serve.sessions")
  private int sessions = 1;

  @Option(names = "--max-connections", paramLabel = "N", descriptionKey = "cli.serve.connections")
  private int connections = 1000;

  /** What is wrong with them, in a sentence; empty if nothing is. */
  String problem() {
    if (messageBytes.bytes() < LEAST_MESSAGE || messageBytes.bytes() > MOST_MESSAGE) {
      return Texts.get("cli.serve.badMessageBytes", Long.toString(messageBytes.bytes()));
    }
    if (tensorBytes != null && totalBytes != null && tensorBytes.bytes() > totalBytes.bytes()) {
      return Texts.get(
          "cli.serve.moreThanTotal",
          Long.toString(tensorBytes.bytes()),
          Long.toString(totalBytes.bytes()));
    }
    if (calls < 1) {
      return Texts.get("cli.serve.badCount", "--max-calls");
    }
    if (sessions < 1) {
      return Texts.get("cli.serve.badCount", "--max-sessions");
    }
    return connections < 1 ? Texts.get("cli.serve.badCount", "--max-connections") : "";
  }

  /**
   * What was asked for and cannot be had, in a sentence; empty if nothing is.
   *
   * @param deviceBytes memory of the device; 0 if not known
   */
  String warning(long deviceBytes) {
    long total = total(deviceBytes);
    return tensorBytes == null || tensorBytes.bytes() <= total
        ? ""
        : Texts.get(
            "cli.serve.cutToTotal", Long.toString(tensorBytes.bytes()), Long.toString(total));
  }

  /**
   * What they come to.
   *
   * @param deviceBytes memory of the device; 0 if not known
   */
  Limits limits(long deviceBytes) {
    long total = total(deviceBytes);
    return new Limits(
        Math.min(ofSession(), total),
        total,
        Math.toIntExact(messageBytes.bytes()),
        calls,
        sessions);
  }

  private long ofSession() {
    return tensorBytes == null ? TENSOR_BYTES : tensorBytes.bytes();
  }

  /**
   * Unless it is given all that the device has; of a processor's memory half, since the rest is not
   * for tensors.
   */
  private long total(long deviceBytes) {
    if (totalBytes != null) {
      return totalBytes.bytes();
    }
    if (deviceBytes > 0) {
      return deviceBytes;
    }
    long machine = MachineMemory.bytes() / 2;
    return machine > 0 ? machine : ofSession();
  }

  int connections() {
    return connections;
  }
}
