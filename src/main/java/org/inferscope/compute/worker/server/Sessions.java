package org.inferscope.compute.worker.server;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.worker.proto.Event;
import org.inferscope.compute.worker.proto.Usage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions of a server. Any thread. */
final class Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
  private static final int SECRET_BYTES = 24;

  private final Map<String, Session> byId = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong held = new AtomicLong();
  private final FairQueue queue;
  private final DeviceThread device;
  private final Limits limits;
  private final ServerListener listener;
  private final @Nullable SharedMemory shared;

  Sessions(
      FairQueue queue,
      DeviceThread device,
      Limits limits,
      ServerListener listener,
      @Nullable SharedMemory shared) {
    this.queue = queue;
    this.device = device;
    this.limits = limits;
    this.listener = listener;
    this.shared = shared;
  }

  FairQueue queue() {
    return queue;
  }

  DeviceThread device() {
    return device;
  }

  Limits limits() {
    return limits;
  }

  @Nullable SharedMemory shared() {
    return shared;
  }

  ServerListener listener() {
    return listener;
  }

  /** Begins a session, which lasts until {@link #end}. */
  Session begin(String name, ServerCallStreamObserver<Event> events) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Session session = new Session(id, name, this, events);
    byId.put(id, session);
    listener.sessionBegan(session);
    return session;
  }

  Optional<Session> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Ends a session: its calls, and then all that it holds. */
  void end(Session session) {
    if (session.end()) {
      ended(session);
    }
  }

  private void ended(Session session) {
    byId.remove(session.id());
    for (Place place : queue.close(session.lane, session::free)) {
      if (place.steps instanceof Call<?> call) {
        call.refuse(session.gone());
      }
    }
    listener.sessionEnded(session);
    LOG.info("{} has left", session.name());
  }

  void endAll() {
    List.copyOf(byId.values()).forEach(this::end);
  }

  /** The same, though the clients are still there; they and their calls are told why. */
  void dismissAll(Status why) {
    for (Session session : List.copyOf(byId.values())) {
      if (session.dismiss(why)) {
        ended(session);
      }
    }
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  /** Counts bytes of the device; device thread. Refused beyond the limit of all together. */
  void hold(long bytes) {
    if (bytes > 0 && bytes > limits.totalBytes() - held.get()) {
      throw Refusals.tooMuchInTotal(limits.totalBytes());
    }
    held.addAndGet(bytes);
  }

  DeviceUsage usage() {
    return new DeviceUsage(held.get(), device.running(), queue.waiting(), byId.size());
  }

  /**
   * Tells the clients that are not being served of one that is. Once that one has given up and gone
   * no more is said, as the device may hang.
   */
  void tellOfOthers() {
    List<Session> all = List.copyOf(byId.values());
    List<Session> rest = all.stream().filter(session -> !session.isServed()).toList();
    if (rest.size() < all.size()) {
      rest.forEach(Session::tellOfOthers);
    }
  }

  /** Tells every client how much is in use. */
  void tellAll() {
    DeviceUsage all = usage();
    Usage.Builder usage =
        Usage.newBuilder()
            .setRunning(all.running())
            .setWaiting(all.waiting())
            .setClients(all.clients())
            .setHeldBytes(all.heldBytes());
    for (Session session : byId.values()) {
      session.tell(usage.setHeldByYou(session.heldBytes()).build());
    }
  }
}
