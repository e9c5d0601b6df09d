package org.inferscope.compute.worker.server;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.jspecify.annotations.Nullable;

/**
 * A server that others compute on: one device on one thread, any number of sessions. It listens
 * before its device is loaded; who attaches waits for that. Any thread.
 */
public final class WorkerServer implements AutoCloseable {
  /** The version of the contract. */
  public static final int PROTOCOL = 1;

  private static final long LEAVE_SECONDS = 5;

  /** What may be on its way to the server: enough not to wait for the other side. */
  private static final int WINDOW_BYTES = 8 << 20;

  private static final int KEEP_ALIVE_SECONDS = 30;
  private static final int KEEP_ALIVE_MIN_SECONDS = 5;

  private final Sessions sessions;
  private final DeviceThread device;
  private final UsageTeller teller;
  private final Server server;

  private WorkerServer(Builder builder) {
    FairQueue queue = new FairQueue();
    device = new DeviceThread(builder.loader, queue);
    sessions = new Sessions(queue, device, builder.limits(), builder.listener, builder.shared);
    if (builder.caring != null) {
      device.care(new DeviceCare(device, sessions, builder.caring));
    }
    teller = new UsageTeller(sessions);
    server = builder.transport.apply(builder.server(sessions, teller::wake)).build();
  }

  /** A server of a device, to be set up. */
  public static Builder of(BackendLoader loader) {
    return new Builder(loader);
  }

  private WorkerServer start() throws IOException {
    device.start();
    try {
      server.start();
    } catch (IOException e) {
      device.end();
      throw e;
    }
    teller.start();
    return this;
  }

  /**
   * Waits until the device is loaded.
   *
   * @throws InferscopeException with the reason if it cannot be used
   */
  public Device awaitDevice() {
    try {
      return device.loaded().toCompletableFuture().join().device();
    } catch (CompletionException e) {
      Throwable reason = Objects.requireNonNullElse(e.getCause(), e);
      if (reason instanceof InferscopeException plain) {
        throw plain;
      }
      String sentence = Objects.requireNonNullElse(Statuses.of(reason).getDescription(), "");
      throw new InferscopeException(sentence, reason);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** How much is in use, of all sessions. */
  public DeviceUsage usage() {
    return sessions.usage();
  }

  /** Whether no call is under way, not even one that waits for its client. */
  boolean isIdle() {
    return sessions.queue().open() == 0;
  }

  /** Ends all sessions, frees what they hold, and closes the device; waits a moment for that. */
  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(LEAVE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sessions.endAll();
    teller.end();
    device.end();
  }

  /** How a server is to be. */
  public static final class Builder {
    private final BackendLoader loader;
    private final List<BindableService> services = new ArrayList<>();
    private final List<BindableService> open = new ArrayList<>();
    private final List<ServerInterceptor> interceptors = new ArrayList<>();
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private Predicate<String> secret = any -> false;
    private String version = "";
    private Limits limits = Limits.ofOneClient(0);
    private ServerListener listener = new ServerListener() {};
    private @Nullable SharedMemory shared;
    private @Nullable DeviceListener caring;
    private UnaryOperator<NettyServerBuilder> transport = UnaryOperator.identity();

    private Builder(BackendLoader loader) {
      this.loader = loader;
    }

    /** Where to listen; a free port of this machine alone unless said otherwise. */
    public Builder listen(InetSocketAddress where) {
      address = where;
      return this;
    }

    /** Whom to let in: what comes after "Bearer"; nobody unless said otherwise. See Secret. */
    public Builder secret(Predicate<String> accepted) {
      secret = accepted;
      return this;
    }

    /** The program's version, for those who attach. */
    public Builder version(String ours) {
      version = ours;
      return this;
    }

    /** What a session may use; no limit of memory unless said otherwise. */
    public Builder limits(Limits most) {
      limits = most;
      return this;
    }

    /** Who hears of sessions and calls. */
    public Builder listener(ServerListener told) {
      listener = told;
      return this;
    }

    /**
     * Has a device that is lost loaded again, and who hears of it. Otherwise the calls fail, and
     * whoever has started the server is to end it.
     */
    Builder reloading(DeviceListener told) {
      caring = told;
      return this;
    }

    /** Memory to share with the clients, who then are to be one at a time. */
    public Builder shared(SharedMemory memory) {
      shared = memory;
      return this;
    }

    /** Another service, for sessions: its methods may ask for {@link Session#current}. */
    public Builder service(BindableService service) {
      services.add(service);
      return this;
    }

    /** Another service, for anyone, without secret or session, such as that of health. */
    public Builder open(BindableService service) {
      open.add(service);
      return this;
    }

    /** Sees each call before the secret is looked at; the first added is the first to see it. */
    public Builder interceptor(ServerInterceptor interceptor) {
      interceptors.add(interceptor);
      return this;
    }

    /** What else to set on the transport, such as TLS. */
    public Builder transport(UnaryOperator<NettyServerBuilder> settings) {
      transport = settings;
      return this;
    }

    /**
     * Starts it; the device is loaded on its own thread meanwhile.
     *
     * @throws IOException if it cannot listen there
     */
    public WorkerServer start() throws IOException {
      return new WorkerServer(this).start();
    }

    private Limits limits() {
      return limits;
    }

    private NettyServerBuilder server(Sessions sessions, Runnable sessionBegan) {
      NettyServerBuilder server =
          NettyServerBuilder.forAddress(address)
              // What arrives is looked at where it arrives; nothing waits there.
              .directExecutor()
              .flowControlWindow(WINDOW_BYTES)
              .maxInboundMessageSize(limits.messageBytes())
              .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
              .permitKeepAliveTime(KEEP_ALIVE_MIN_SECONDS, TimeUnit.SECONDS)
              .permitKeepAliveWithoutCalls(true);
      Set<String> openNames = new HashSet<>();
      for (BindableService each : open) {
        ServerServiceDefinition service = each.bindService();
        openNames.add(service.getServiceDescriptor().getName());
        server.addService(service);
      }
      server.intercept(
          new Gatekeeper(
              secret,
              sessions,
              openNames,
              Set.of(
                  ComputeGrpc.getAttachMethod().getFullMethodName(),
                  ComputeGrpc.getDevicesMethod().getFullMethodName())));
      // gRPC lets the one that was added last see a call first.
      for (int i = interceptors.size() - 1; i >= 0; i--) {
        server.intercept(interceptors.get(i));
      }
      server.addService(
          ReadableMessages.of(new ComputeEndpoint(sessions, version, sessionBegan).service()));
      services.forEach(each -> server.addService(ReadableMessages.of(each.bindService())));
      return server;
    }
  }
}
