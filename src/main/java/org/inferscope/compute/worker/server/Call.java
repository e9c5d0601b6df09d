package org.inferscope.compute.worker.server;

import io.grpc.Deadline;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;
import org.inferscope.compute.Backend;
import org.inferscope.compute.worker.server.Place.Next;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** A call on the device thread: its steps, and its end, which comes once. */
final class Call<T> implements Place.Steps, Turn<T> {
  private final Arrival arrival;
  private final String title;
  private final ServerCallStreamObserver<T> out;
  private final DeviceCall<T> work;
  private final DeviceThread device;

  /** Null until the first step. */
  private @Nullable Backend backend;

  private long deviceNanos;

  Call(
      Arrival arrival,
      String title,
      ServerCallStreamObserver<T> out,
      DeviceCall<T> work,
      DeviceThread device) {
    this.arrival = arrival;
    this.title = title;
    this.out = out;
    this.work = work;
    this.device = device;
  }

  @Override
  public Next step() {
    long start = System.nanoTime();
    arrival.begin(start);
    device.runs(Optional.of(this));
    arrival.session.served(true);
    Next next = guarded();
    arrival.session.served(false);
    device.runs(Optional.empty());
    deviceNanos += System.nanoTime() - start;
    if (next == Next.END) {
      arrival.ended(deviceNanos);
    }
    return next;
  }

  private Next guarded() {
    try {
      checkCancelled();
      backend = device.backend();
      if (work.step(this)) {
        return out.isReady() && !work.waitsForInput() ? Next.STEP : Next.WAIT;
      }
      end(Optional.empty());
    } catch (Exception | Error e) {
      end(Optional.of(device.failed(arrival.session, e)));
    }
    return Next.END;
  }

  private void end(Optional<Status> failure) {
    try {
      work.ended();
    } catch (RuntimeException | Error e) {
      Statuses.unexpected(e);
    }
    arrival.status = failure.orElse(Status.OK);
    failure.ifPresentOrElse(this::fail, out::onCompleted);
  }

  /** Nothing is said to a call that is given up: gRPC has said why, and the last word counts. */
  private void fail(Status status) {
    if (!out.isCancelled()) {
      out.onError(Statuses.toSend(status));
    }
  }

  /** Ends a call that has not begun and never will. Any thread. */
  void refuse(Status status) {
    arrival.status = status;
    fail(status);
    arrival.ended(0);
  }

  /** What runs, and for whom. */
  String running() {
    return Texts.get("server.running", title, arrival.session.name());
  }

  @Override
  public Backend backend() {
    if (backend == null) {
      throw new IllegalStateException("outside of a step");
    }
    return backend;
  }

  @Override
  public void send(T message) {
    out.onNext(message);
  }

  @Override
  public boolean isReady() {
    return out.isReady();
  }

  @Override
  public void checkCancelled() {
    Deadline deadline = arrival.deadline;
    if (deadline != null && deadline.isExpired()) {
      throw Status.DEADLINE_EXCEEDED.withDescription(Texts.get("server.late")).asRuntimeException();
    }
    if (arrival.session.hasEnded()) {
      throw arrival.session.gone().asRuntimeException();
    }
    if (out.isCancelled()) {
      throw Status.CANCELLED.withDescription(Texts.get("server.cancelled")).asRuntimeException();
    }
  }
}
