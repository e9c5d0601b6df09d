package org.inferscope.compute.worker.server;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.worker.proto.Event;

/** An Attach, and what its client has heard. */
final class HeardEvents extends ServerCallStreamObserver<Event> {
  final List<Event> heard = new ArrayList<>();

  @Override
  public void onNext(Event event) {
    heard.add(event);
  }

  @Override
  public void onError(Throwable error) {}

  @Override
  public void onCompleted() {}

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setOnCancelHandler(Runnable handler) {}

  @Override
  public void setOnReadyHandler(Runnable handler) {}

  @Override
  public void setCompression(String compression) {}

  @Override
  public void setMessageCompression(boolean enable) {}

  @Override
  public void disableAutoInboundFlowControl() {}

  @Override
  public void request(int count) {}
}
