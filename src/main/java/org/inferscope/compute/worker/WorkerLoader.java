package org.inferscope.compute.worker;

import io.grpc.Status;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * A device that a process of this machine drives: started when someone wants it, ended with its
 * backend, and killed when it is lost. Nothing of it is left behind. Any thread, a load at a time.
 */
public final class WorkerLoader implements BackendLoader {
  /** How long a worker may take to start, and to answer besides the time that it computes. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int SECRET_BYTES = 32;

  /** A device whose libraries have to be unpacked first, gigabytes of them, takes longer. */
  private static final int LOADING = 5;

  private final Device device;
  private final WorkerCommand command;
  private final String version;
  private final Duration starting;
  private final Duration patience;
  private final List<Path> folders;

  /**
   * A device of a worker.
   *
   * @param device as far as it is known without the worker; its id stays
   * @param version of this program
   */
  public WorkerLoader(Device device, WorkerCommand command, String version) {
    this(device, command, version, PATIENCE);
  }

  /** The same with another time limit for whatever does not depend on what is computed. */
  public WorkerLoader(Device device, WorkerCommand command, String version, Duration patience) {
    this(device, command, version, patience, patience, Exchange.folders());
  }

  /**
   * The same with a time limit of its own for the start.
   *
   * @param folders where memory may be shared
   */
  WorkerLoader(
      Device device,
      WorkerCommand command,
      String version,
      Duration starting,
      Duration patience,
      List<Path> folders) {
    this.device = device;
    this.command = command;
    this.version = version;
    this.starting = starting;
    this.patience = patience;
    this.folders = folders;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public boolean onDemand() {
    return true;
  }

  @Override
  public Backend load() {
    return start();
  }

  /**
   * Starts a worker.
   *
   * @throws InferscopeException with the reason in words if it cannot be used
   */
  public RemoteBackend start() {
    Optional<Exchange> exchange = Exchange.create(folders);
    try {
      return start(exchange);
    } finally {
      // The worker has mapped it before it said that it listens.
      exchange.ifPresent(Exchange::close);
    }
  }

  private RemoteBackend start(Optional<Exchange> exchange) {
    String secret = secret();
    WorkerCommand whole =
        exchange
            .map(file -> List.of("--exchange", file.file().toString()))
            .map(command::withArguments)
            .orElse(command);
    WorkerProcess.Started worker = WorkerProcess.start(whole, device.backend(), secret, starting);
    exchange.ifPresent(Exchange::close);
    Line line = Line.toChild(worker.said().port());
    Child child = new Child(worker.process(), device.backend(), patience);
    WorkerConnection connection = WorkerConnection.open(line, child, secret, version, "inferscope");
    org.inferscope.compute.worker.proto.Device told = connection.welcome().getDevice();
    Device known =
        new Device(device.id(), told.getName(), device.kind(), told.getBackend(), told.getMemory());
    long shared = connection.welcome().getSharedBytes();
    return new RemoteBackend(
        known, connection, exchange.filter(memory -> memory.bytes() == shared));
  }

  private static String secret() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** The worker at the other end of the line. */
  private record Child(WorkerProcess process, String name, Duration patience) implements Peer {

    @Override
    public Duration attaching() {
      return patience.multipliedBy(LOADING);
    }

    @Override
    public InferscopeException unattached(Status status) {
      String said = Objects.requireNonNullElse(status.getDescription(), "");
      return switch (status.getCode()) {
        case UNAVAILABLE, CANCELLED -> new InferscopeException(whyGone(), status.asException());
        case DEADLINE_EXCEEDED ->
            new InferscopeException(Texts.get("worker.start.mute", name), status.asException());
        default ->
            new InferscopeException(Texts.get("worker.refused", name, said), status.asException());
      };
    }

    @Override
    public String whyGone() {
      return process.whyGone(Texts.get("worker.lost.broken", name));
    }

    @Override
    public void lose() {
      process.kill();
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
