package org.inferscope.compute.worker.server;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.inferscope.compute.worker.proto.Event;
import org.inferscope.compute.worker.proto.Usage;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A client for as long as its Attach lasts: its place among the others, and what it holds on the
 * device, which goes with it. Any thread, unless said otherwise.
 */
public final class Session {
  static final Context.Key<Arrival> ARRIVAL = Context.key("inferscope-arrival");

  private final String id;
  private final String name;
  private final Sessions sessions;
  private final ServerCallStreamObserver<Event> events;
  private final AtomicLong held = new AtomicLong();
  private volatile boolean ended;
  private volatile boolean served;

  /** What its calls end with. */
  private volatile Status gone = Status.CANCELLED.withDescription(Texts.get("server.cancelled"));

  /** In the queue. */
  final Lane lane = new Lane();

  /** Tensors and weights. Device thread. */
  final Holdings holdings;

  /** What other services keep. Device thread. */
  private final Map<Long, Owned> owned = new HashMap<>();

  private long lastOwned;

  /** Guarded by this. */
  private boolean welcomed;

  /** Sent last; guarded by this. */
  private @Nullable Usage told;

  Session(String id, String name, Sessions sessions, ServerCallStreamObserver<Event> events) {
    this.id = id;
    this.name = name;
    this.sessions = sessions;
    this.events = events;
    holdings = new Holdings(this);
  }

  /**
   * The session of the call that arrives on this thread.
   *
   * @throws IllegalStateException outside of a service's method
   */
  public static Session current() {
    return arrival().session;
  }

  private static Arrival arrival() {
    Arrival arrival = ARRIVAL.get();
    if (arrival == null) {
      throw new IllegalStateException("no call of a session");
    }
    return arrival;
  }

  /** What the client presents to belong to it; a secret. */
  String id() {
    return id;
  }

  /** What the client calls itself. */
  public String name() {
    return name;
  }

  /** Bytes that it holds on the device. */
  public long heldBytes() {
    return held.get();
  }

  /** Whether its client has gone. */
  public boolean hasEnded() {
    return ended;
  }

  /**
   * Has a call done on the device thread, in its turn, and answered. To be called once, in a
   * service's method, on the thread that gRPC calls it on.
   *
   * @param title what to show to those who watch the server
   * @param out the call's answer, as gRPC hands it in
   */
  public <T> void call(String title, StreamObserver<T> out, DeviceCall<T> work) {
    submit(title, (ServerCallStreamObserver<T>) out, work);
  }

  /**
   * The same; what is returned lets a call that waits go on.
   *
   * @return any thread
   */
  <T> Runnable submit(String title, ServerCallStreamObserver<T> out, DeviceCall<T> work) {
    Arrival arrival = arrival();
    // Set, so that answering a call that was cancelled is no error.
    out.setOnCancelHandler(() -> {});
    Call<T> call = new Call<>(arrival, title, out, work, sessions.device());
    FairQueue queue = sessions.queue();
    Runnable wake = () -> queue.wake(arrival.place);
    out.setOnReadyHandler(wake);
    if (!queue.fill(arrival.place, call)) {
      call.refuse(gone());
    }
    return wake;
  }

  /** What calls end with once it has ended. Any thread. */
  Status gone() {
    return gone;
  }

  /**
   * Keeps something until the session ends, or {@link #disown}. Device thread.
   *
   * @param memory what it takes of the device's; empty afterwards
   * @return what to call it, above 0
   */
  public long own(AutoCloseable resource, Reservation memory) {
    owned.put(++lastOwned, new Owned(resource, memory.take()));
    return lastOwned;
  }

  /** Of no bytes yet; closed by the caller within its step, whatever happens. Device thread. */
  public Reservation reservation() {
    return new Reservation(this);
  }

  /**
   * Something that was kept. Device thread.
   *
   * @throws io.grpc.StatusRuntimeException NOT_FOUND if there is no such thing of that type
   */
  public <R> R owned(long id, Class<R> type) {
    Owned found = owned.get(id);
    if (found == null || !type.isInstance(found.resource)) {
      throw Refusals.unknown(id);
    }
    return type.cast(found.resource);
  }

  /**
   * Closes something that was kept. Device thread.
   *
   * @throws io.grpc.StatusRuntimeException NOT_FOUND if there is no such thing
   * @throws Exception what closing it throws
   */
  public void disown(long id) throws Exception {
    Owned found = owned.remove(id);
    if (found == null) {
      throw Refusals.unknown(id);
    }
    hold(-found.bytes);
    found.resource.close();
  }

  /** Counts bytes of the device; device thread. Refused beyond the limit. */
  void hold(long bytes) {
    long most = sessions.limits().tensorBytes();
    if (bytes > 0 && bytes > most - held.get()) {
      throw Refusals.tooMuchMemory(most);
    }
    sessions.hold(bytes);
    held.addAndGet(bytes);
  }

  /** Whether a step of its calls is on the device. Any thread. */
  boolean isServed() {
    return served;
  }

  void served(boolean now) {
    served = now;
  }

  /** What the server shares with it, if anything. */
  @Nullable SharedMemory shared() {
    return sessions.shared();
  }

  int messageBytes() {
    return sessions.limits().messageBytes();
  }

  void report(CallReport report) {
    sessions.listener().callEnded(report);
  }

  /** Tells the client what it needs to know first; nothing is told before. */
  synchronized void welcome(Event welcome) {
    if (!ended) {
      events.onNext(welcome);
      welcomed = true;
    }
  }

  /** Tells the client how much is in use, if that is new and it reads what it is told. */
  synchronized void tell(Usage usage) {
    if (welcomed && !ended && events.isReady() && !usage.equals(told)) {
      told = usage;
      events.onNext(Event.newBuilder().setUsage(usage).build());
    }
  }

  /**
   * Tells the client that others are served meanwhile: an event without content. A call of its that
   * is silent waits for its turn.
   */
  synchronized void tellOfOthers() {
    if (welcomed && !ended && events.isReady()) {
      events.onNext(Event.getDefaultInstance());
    }
  }

  /** No more calls; false if that was so before. */
  synchronized boolean end() {
    boolean first = !ended;
    ended = true;
    return first;
  }

  /** The same, though its client is still there; that is told why. */
  synchronized boolean dismiss(Status why) {
    if (ended) {
      return false;
    }
    gone = why;
    ended = true;
    if (!events.isCancelled()) {
      events.onError(Statuses.toSend(why));
    }
    return true;
  }

  /** Frees all that it holds. Device thread, after its last call. */
  void free() {
    for (Owned each : owned.values()) {
      try {
        each.resource.close();
      } catch (Exception | Error e) {
        Statuses.unexpected(e);
      }
      hold(-each.bytes);
    }
    owned.clear();
    holdings.free();
  }

  /** Something kept for another service. */
  private record Owned(AutoCloseable resource, long bytes) {
    Owned {
      Objects.requireNonNull(resource);
    }
  }
}
