package org.inferscope.compute.worker.server;

import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.inferscope.compute.DeviceUsage;

/**
 * What a server counts about itself. Any thread; counting costs next to nothing whether or not
 * somebody reads it.
 */
public final class ServerMetrics implements ServerListener {
  /** More names than this share one line, so that a client cannot make the page grow. */
  static final int MOST_CLIENTS = 100;

  private static final int LONGEST_NAME = 64;
  private static final String OTHERS = "(others)";
  private static final String NAMELESS = "(no name)";

  /** One kind of call and how it ended. */
  record Ended(String method, Status.Code status) {}

  private final Map<Ended, LongAdder> calls = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> deviceNanos = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final LongAdder refused = new LongAdder();
  private final LongAdder losses = new LongAdder();
  private volatile BooleanSupplier serving = () -> true;
  private volatile Supplier<DeviceUsage> usage = () -> DeviceUsage.NONE;

  /** Says whom to ask for what there is; asked on the thread that wants to know. */
  public void watch(Supplier<DeviceUsage> now) {
    usage = now;
  }

  /** Says whom to ask whether calls are taken; asked on the thread that wants to know. */
  void watchHealth(BooleanSupplier isServing) {
    serving = isServing;
  }

  /** Counts a call's time on the device for its client, under the name it gave itself. */
  @Override
  public void callEnded(CallReport report) {
    nanosOf(label(report.client())).add(report.deviceNanos());
  }

  private LongAdder nanosOf(String label) {
    LongAdder known = deviceNanos.get(label);
    if (known != null) {
      return known;
    }
    // Two threads may each see room for the last one; then there is one more, which does no harm.
    String counted = deviceNanos.size() < MOST_CLIENTS ? label : OTHERS;
    return deviceNanos.computeIfAbsent(counted, name -> new LongAdder());
  }

  private static String label(String client) {
    String plain = client.strip().replaceAll("\\p{Cntrl}", " ");
    String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    return cut.isEmpty() ? NAMELESS : cut;
  }

  void answered(String method, Status.Code status) {
    calls.computeIfAbsent(new Ended(method, status), key -> new LongAdder()).increment();
  }

  void connectionOpened() {
    connections.incrementAndGet();
  }

  void connectionClosed() {
    connections.decrementAndGet();
  }

  void connectionRefused() {
    refused.increment();
  }

  void deviceLost() {
    losses.increment();
  }

  /** How often the device was lost. */
  long losses() {
    return losses.sum();
  }

  /** Whether calls are taken just now. */
  boolean isServing() {
    return serving.getAsBoolean();
  }

  /** Connections that are open and were not refused. */
  public int connections() {
    return connections.get();
  }

  /** Connections that were refused because there were too many. */
  public long refused() {
    return refused.sum();
  }

  /** Seconds of the device by client. */
  Map<String, LongAdder> deviceNanos() {
    return deviceNanos;
  }

  Map<Ended, LongAdder> calls() {
    return calls;
  }

  DeviceUsage usage() {
    return usage.get();
  }
}
