package org.inferscope.compute.worker;

import io.grpc.Status;
import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * A device of a server, shared with others. Spoken to in TLS, and trusted by the fingerprint of its
 * certificate that a person has accepted; in plain text only where the server is of this machine.
 * Any thread, a load at a time.
 */
public final class ServerLoader implements BackendLoader {
  /** How long a server may take to answer, others served before counted. */
  public static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How long it may take to be reached, and to begin where its device is ready. */
  private static final Duration ATTACHING = Duration.ofSeconds(20);

  /**
   * How much longer it may take while it loads its device, as after a loss: above what a server
   * gives the worker that it starts for that.
   */
  private static final Duration LOADING = Duration.ofMinutes(10);

  private static final String ID = "server:";

  private final ServerAccess access;
  private final String version;
  private final Duration attaching;
  private final Duration loading;
  private final Duration patience;

  /**
   * A server.
   *
   * @param version of this program
   */
  public ServerLoader(ServerAccess access, String version) {
    this(access, version, ATTACHING, PATIENCE);
  }

  /** The same with other time limits: to begin, and to answer besides the time it computes. */
  public ServerLoader(ServerAccess access, String version, Duration attaching, Duration patience) {
    this(access, version, attaching, LOADING, patience);
  }

  /** The same with another time limit for a server that is there and loads its device, too. */
  ServerLoader(
      ServerAccess access,
      String version,
      Duration attaching,
      Duration loading,
      Duration patience) {
    this.access = access;
    this.version = version;
    this.attaching = attaching;
    this.loading = loading;
    this.patience = patience;
  }

  /** The id of a server's device. */
  public static String id(ServerAccess access) {
    return ID + access.address();
  }

  @Override
  public Device device() {
    return new Device(id(access), access.address(), DeviceKind.REMOTE, access.address());
  }

  @Override
  public boolean onDemand() {
    return true;
  }

  @Override
  public boolean preferred() {
    return false;
  }

  @Override
  public Backend load() {
    return connect();
  }

  /**
   * Begins a session for a backend.
   *
   * @throws InferscopeException with the reason in words if the server cannot be used
   */
  public RemoteBackend connect() {
    WorkerConnection connection = open();
    return new RemoteBackend(device(connection), connection);
  }

  /**
   * Begins a session, for the server's other services.
   *
   * @throws InferscopeException with the reason in words if the server cannot be used
   */
  public WorkerConnection open() {
    InetSocketAddress address = ServerFailures.resolve(access);
    if (!access.isEncrypted() && !address.getAddress().isLoopbackAddress()) {
      throw new InferscopeException(Texts.get("worker.server.plain", access.address()));
    }
    Server server = new Server(access, PinnedCertificate.of(access), attaching, loading, patience);
    Line line = Line.toServer(address, access.isEncrypted() ? tls(server.pin()) : null);
    return WorkerConnection.open(line, server, access.token(), version, clientName());
  }

  /** What the server computes on, as shown on screen. */
  public Device device(WorkerConnection connection) {
    org.inferscope.compute.worker.proto.Device told = connection.welcome().getDevice();
    String name = Texts.get("worker.server.device", told.getName(), access.address());
    return new Device(id(access), name, DeviceKind.REMOTE, told.getBackend(), told.getMemory());
  }

  private static SslContext tls(PinnedCertificate pin) {
    try {
      return GrpcSslContexts.configure(GrpcSslContexts.forClient(), SslProvider.JDK)
          .trustManager(pin)
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static String clientName() {
    return System.getProperty("user.name", "inferscope");
  }

  /** The server at the other end of the line. */
  private record Server(
      ServerAccess access,
      PinnedCertificate pin,
      Duration attaching,
      Duration loading,
      Duration patience)
      implements Peer {

    @Override
    public String name() {
      return access.address();
    }

    @Override
    public InferscopeException unattached(Status status) {
      Optional<String> refusal = pin.refusal();
      return refusal.isPresent()
          ? new InferscopeException(refusal.get(), status.asException())
          : ServerFailures.unattached(access, attaching, status);
    }

    @Override
    public InferscopeException unready(Status status) {
      return ServerFailures.unready(access, attaching.plus(loading), status);
    }

    @Override
    public String whyGone() {
      return Texts.get("worker.lost.broken", name());
    }

    @Override
    public void lose() {}

    @Override
    public void close() {}
  }
}
