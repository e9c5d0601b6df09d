package org.inferscope.compute.worker.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.inferscope.text.Texts;

/**
 * Lets a session have so many calls open at a time. A call is open until its answer is out, not
 * only computed: what waits in memory for a client that does not read is bounded by it.
 *
 * <p>Stands before the session is found to be a true one. Who presents another's would have to know
 * it, and that is as secret as the secret.
 */
final class OpenCalls implements ServerInterceptor {
  private final int most;

  /** By session; one without open calls has no entry. */
  private final Map<String, Integer> open = new ConcurrentHashMap<>();

  OpenCalls(int most) {
    this.most = most;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String session = headers.get(Gatekeeper.SESSION);
    if (session == null) {
      return next.startCall(call, headers);
    }
    if (open.merge(session, 1, Integer::sum) > most) {
      leave(session);
      return Refusals.endBeyond(call, Texts.get("serve.calls", Integer.toString(most)));
    }
    return Leaving.start(call, headers, next, () -> leave(session));
  }

  private void leave(String session) {
    open.computeIfPresent(session, (key, count) -> count == 1 ? null : count - 1);
  }
}
