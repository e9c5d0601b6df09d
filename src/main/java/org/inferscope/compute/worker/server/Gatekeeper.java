package org.inferscope.compute.worker.server;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.text.Texts;

/**
 * Lets in who knows the secret, and finds the session of a call. On gRPC's threads, for the first
 * bytes of each call.
 */
final class Gatekeeper implements ServerInterceptor {
  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
  static final Metadata.Key<String> SESSION =
      Metadata.Key.of("inferscope-session", Metadata.ASCII_STRING_MARSHALLER);
  private static final String BEARER = "Bearer ";
  private static final String ATTACH = ComputeGrpc.getAttachMethod().getFullMethodName();

  private final Predicate<String> secret;
  private final Sessions sessions;
  private final Set<String> open;
  private final Set<String> sessionless;

  /**
   * A gatekeeper.
   *
   * @param open services that anyone may call
   * @param sessionless methods that need no session
   */
  Gatekeeper(
      Predicate<String> secret, Sessions sessions, Set<String> open, Set<String> sessionless) {
    this.secret = secret;
    this.sessions = sessions;
    this.open = open;
    this.sessionless = sessionless;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (open.contains(call.getMethodDescriptor().getServiceName())) {
      return next.startCall(call, headers);
    }
    if (!knowsSecret(headers.get(AUTHORIZATION))) {
      return Refusals.end(call, Status.UNAUTHENTICATED.withDescription(Texts.get("server.secret")));
    }
    Visitor visitor = Visitor.CURRENT.get();
    if (visitor == null) {
      return admit(call, headers, next);
    }
    boolean attaches = ATTACH.equals(call.getMethodDescriptor().getFullMethodName());
    if (!visitor.enter(attaches)) {
      return Refusals.end(call, Refusals.tooManySessions(visitor.mostSessions()));
    }
    return Leaving.start(
        call, headers, (known, its) -> admit(known, its, next), () -> visitor.leave(attaches));
  }

  /** Of those who know the secret. */
  private <Q, A> ServerCall.Listener<Q> admit(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (sessionless.contains(call.getMethodDescriptor().getFullMethodName())) {
      return new GuardedCall<>(next.startCall(call, headers), call, () -> {});
    }
    String id = headers.get(SESSION);
    Optional<Session> session = id == null ? Optional.empty() : sessions.find(id);
    if (session.isEmpty()) {
      return Refusals.end(
          call, Status.UNAUTHENTICATED.withDescription(Texts.get("server.session")));
    }
    return enter(session.get(), call, headers, next);
  }

  private boolean knowsSecret(String presented) {
    return presented != null
        && presented.startsWith(BEARER)
        && secret.test(presented.substring(BEARER.length()));
  }

  private <Q, A> ServerCall.Listener<Q> enter(
      Session session, ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    int most = sessions.limits().calls();
    Optional<Place> place = sessions.queue().enter(session.lane, most);
    if (place.isEmpty()) {
      return Refusals.end(call, session.hasEnded() ? session.gone() : Refusals.tooManyCalls(most));
    }
    Context context = Context.current();
    Arrival arrival =
        new Arrival(
            session,
            place.get(),
            call.getMethodDescriptor().getFullMethodName(),
            context.getDeadline());
    return new GuardedCall<>(
        Contexts.interceptCall(context.withValue(Session.ARRIVAL, arrival), call, headers, next),
        call,
        () -> leave(arrival));
  }

  private void leave(Arrival arrival) {
    if (sessions.queue().leave(arrival.place)) {
      arrival.ended(0);
    }
  }
}
