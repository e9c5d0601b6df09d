package org.inferscope.compute.worker.server;

import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * What a server counts about itself. Any thread; counting costs next to nothing whether or not
 * somebody reads it.
 */
public final class ServerMetrics {
  /** More names than this share one line, so that a client cannot make the page grow. */
  static final int MOST_CLIENTS = 100;

  private static final int LONGEST_NAME = 64;
  private static final String OTHERS = "(others)";
  private static final String NAMELESS = "(no name)";

  /**
   * What there is just now.
   *
   * @param waiting calls that wait for the device
   * @param sessions sessions that are attached
   * @param heldBytes bytes that the tensors of all of them hold
   */
  public record State(int waiting, int sessions, long heldBytes) {
    /** Nobody is there. */
    public static final State NONE = new State(0, 0, 0);
  }

  /** One kind of call and how it ended. */
  record Ended(String method, Status.Code status) {}

  private final Map<Ended, LongAdder> calls = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> deviceNanos = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final LongAdder refused = new LongAdder();
  private volatile Supplier<State> state = () -> State.NONE;

  /** Says whom to ask for what there is; asked on the thread that wants to know. */
  public void watch(Supplier<State> now) {
    state = now;
  }

  /**
   * Counts time on the device.
   *
   * @param client the name that the client gave itself; anything
   * @param nanos how long it had the device
   */
  public void deviceTime(String client, long nanos) {
    nanosOf(label(client)).add(nanos);
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

  void callEnded(String method, Status.Code status) {
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

  State state() {
    return state.get();
  }
}
