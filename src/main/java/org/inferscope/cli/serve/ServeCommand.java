package org.inferscope.cli.serve;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.exec.Daemons;
import org.inferscope.compute.worker.server.PublicServer;
import org.inferscope.compute.worker.server.ServeSettings;
import org.inferscope.compute.worker.server.ServerTls;
import org.inferscope.compute.worker.server.TokenFile;
import org.inferscope.io.AppVersion;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code inferscope serve}: computes for other machines until the process is told to end; then it
 * takes no more calls, waits a moment for those that run, and goes. One that has lost its device
 * for good fails, so that whatever watches it starts it again.
 */
@Command(name = "serve", mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  private static final Duration DRAIN = Duration.ofSeconds(10);
  private static final int TOKEN_BYTES = 24;

  private final Function<String, BackendLoader> devices;
  private final ServeExtras extras;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      descriptionKey = "cli.serve.listen",
      converter = HostPort.Reader.class)
  private HostPort listen = new HostPort("127.0.0.1", 50_151);

  @Option(names = "--tls-cert", paramLabel = "FILE", descriptionKey = "cli.serve.tlsCert")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "FILE", descriptionKey = "cli.serve.tlsKey")
  private @Nullable Path key;

  @Option(names = "--token-file", paramLabel = "FILE", descriptionKey = "cli.serve.tokenFile")
  private @Nullable Path tokenFile;

  @Option(names = "--models", paramLabel = "DIR", descriptionKey = "cli.serve.models")
  private @Nullable Path models;

  @Option(names = "--device", paramLabel = "ID", descriptionKey = "cli.serve.device")
  private String device = "openblas";

  @Option(
      names = "--metrics",
      paramLabel = "HOST:PORT",
      descriptionKey = "cli.serve.metrics",
      converter = HostPort.Reader.class)
  private @Nullable HostPort metrics;

  @Mixin private LimitOptions limits = new LimitOptions();

  /**
   * The command.
   *
   * @param devices gives the loader of a device by its id, or throws an InferscopeException
   */
  public ServeCommand(Function<String, BackendLoader> devices, ServeExtras extras) {
    this.devices = devices;
    this.extras = extras;
  }

  @Override
  public Integer call() {
    refuseWhatDoesNotFit();
    PrintWriter out = command().commandLine().getOut();
    Plan plan = plan(out);
    ServeSettings settings = plan.settings;
    PublicServer server =
        PublicServer.start(
            settings,
            plan.loader,
            builder -> extras.add(builder, Optional.ofNullable(models)),
            command().commandLine().getErr()::println);
    CompletableFuture<Optional<InferscopeException>> ended = new CompletableFuture<>();
    Thread ending =
        Daemons.thread(
            "inferscope-end",
            () -> {
              server.drain(DRAIN);
              ended.complete(Optional.empty());
            });
    Runtime.getRuntime().addShutdownHook(ending);
    tell(settings, server, out);
    CompletionStage<?> unused = server.gone().thenAccept(why -> ended.complete(Optional.of(why)));
    Optional<InferscopeException> failure = ended.join();
    if (failure.isPresent()) {
      // The process ends with it, and that closes the server.
      throw failure.get();
    }
    return 0;
  }

  private void refuseWhatDoesNotFit() {
    if ((certificate == null) != (key == null)) {
      throw wrong(Texts.get("cli.serve.halfTls"));
    }
    String problem = limits.problem();
    if (!problem.isEmpty()) {
      throw wrong(problem);
    }
    if (models != null && !Files.isDirectory(models)) {
      throw wrong(Texts.get("cli.serve.noFolder", models.toString()));
    }
  }

  private record Plan(ServeSettings settings, BackendLoader loader) {}

  private Plan plan(PrintWriter out) {
    InetSocketAddress address = resolved(listen);
    boolean loopback = address.getAddress().isLoopbackAddress();
    if (!loopback && certificate == null) {
      throw wrong(Texts.get("cli.serve.needsTls", listen.host()));
    }
    if (!loopback && tokenFile == null) {
      throw wrong(Texts.get("cli.serve.needsToken", listen.host()));
    }
    Optional<ServerTls> tls =
        certificate == null || key == null
            ? Optional.empty()
            : Optional.of(ServerTls.read(certificate, key));
    tls.ifPresent(read -> read.warnings().forEach(this::warn));
    String token = token(out);
    BackendLoader loader = devices.apply(device);
    long deviceBytes = loader.device().memory();
    String cut = limits.warning(deviceBytes);
    if (!cut.isEmpty()) {
      warn(cut);
    }
    ServeSettings settings =
        new ServeSettings(
            address,
            tls,
            token,
            limits.limits(deviceBytes),
            limits.connections(),
            Optional.ofNullable(metrics).map(ServeCommand::resolved),
            AppVersion.current());
    return new Plan(settings, loader);
  }

  /** From its file; without one, made up and told, which only this machine's users can use. */
  private String token(PrintWriter out) {
    if (tokenFile == null) {
      byte[] random = new byte[TOKEN_BYTES];
      new SecureRandom().nextBytes(random);
      String token = HexFormat.of().formatHex(random);
      out.println(Texts.get("cli.serve.madeToken", token));
      return token;
    }
    TokenFile read = TokenFile.read(tokenFile);
    read.warnings().forEach(this::warn);
    return read.token();
  }

  private void warn(String sentence) {
    command().commandLine().getErr().println(Texts.get("cli.serve.warning", sentence));
  }

  private void tell(ServeSettings settings, PublicServer server, PrintWriter out) {
    String where = shown(listen.host()) + ":" + server.port();
    String device = server.device().backend() + ", " + server.device().name();
    out.println(Texts.get("cli.serve.serving", where, device));
    settings
        .tls()
        .ifPresent(tls -> out.println(Texts.get("cli.serve.fingerprint", tls.fingerprint())));
    server
        .metrics()
        .ifPresent(
            page ->
                out.println(
                    Texts.get(
                        "cli.serve.metricsAt",
                        shown(page.getHostString()) + ":" + page.getPort())));
    out.flush();
  }

  private static String shown(String host) {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  private static InetSocketAddress resolved(HostPort where) {
    try {
      return where.resolve();
    } catch (UnknownHostException e) {
      throw new InferscopeException(Texts.get("cli.serve.unknownHost", where.host()), e);
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command().commandLine(), sentence);
  }

  private CommandSpec command() {
    return Objects.requireNonNull(spec, "not run by picocli");
  }
}
