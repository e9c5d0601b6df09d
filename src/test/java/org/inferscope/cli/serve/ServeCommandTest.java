package org.inferscope.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.worker.server.TestCertificates;
import org.inferscope.support.ChildJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ServeCommandTest {
  private static final String TOKEN = "a-token-of-many-letters";
  private static final int WRONG_USE = 2;

  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    TestCertificates.copy("server.crt", folder);
    TestCertificates.copy("server.key", folder);
    TestCertificates.copy("expired.crt", folder);
    Files.writeString(TestCertificates.copy("rsa.key", folder), TOKEN + "\n");
  }

  private int run(String line) {
    CommandLine command = new CommandLine(new ServeCommand(this::none, (server, models) -> server));
    command.setErr(new PrintWriter(err, true));
    command.setOut(new PrintWriter(new StringWriter()));
    command.setExecutionExceptionHandler(
        (e, where, parsed) -> {
          where.getErr().println(((InferscopeException) e).sentence());
          return 1;
        });
    return command.execute(line.replace("@", folder + "/").strip().split(" "));
  }

  private BackendLoader none(String id) {
    if (id.equals("small")) {
      return new SmallCard();
    }
    throw new InferscopeException("There is no device " + id + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "--listen 0.0.0.0:0 --token-file @rsa.key, has to be encrypted",
    "--listen [::]:0 --token-file @rsa.key, has to be encrypted",
    "--listen 0.0.0.0:0 --tls-cert @server.crt --tls-key @server.key, --token-file which token",
    "--tls-cert @server.crt, belong together",
    "--tls-key @server.key, belong together",
    "--listen 50151, is not HOST:PORT",
    "--listen ::1:50151, is not HOST:PORT",
    "--listen localhost:70000, is not HOST:PORT",
    "--metrics localhost, is not HOST:PORT",
    "--max-tensor-bytes 0, is not a number of bytes",
    "--max-tensor-bytes 99999999999G, is not a number of bytes",
    "--max-message-bytes 12, can be 65536 to 1073741824",
    "--max-message-bytes 2G, can be 65536 to 1073741824",
    "--max-tensor-bytes 2G --max-total-bytes 1G, cannot hold more than all together",
    "--max-calls 0, --max-calls must be 1 or more",
    "--max-connections -1, --max-connections must be 1 or more",
    "--models @server.crt, is not a folder",
    "--no-such-option, Unknown option",
  })
  void wrongUseIsRefusedBeforeAnythingListens(String line, String sentence) {
    assertThat(run(line)).isEqualTo(WRONG_USE);
    assertThat(err.toString()).contains(sentence).doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource({
    "--tls-cert @expired.crt --tls-key @server.key, expired on 2021-01-01",
    "--tls-cert @none.crt --tls-key @server.key, none.crt does not exist.",
    "--tls-cert @server.crt --tls-key @rsa.key, holds no private key",
    "--token-file @none, none does not exist.",
    "--listen no.such.host.invalid:0, There is no host or address",
    "--device abacus, There is no device abacus.",
  })
  void whatCannotBeUsedIsToldInOneSentence(String line, String sentence) {
    assertThat(run(line)).isEqualTo(1);
    assertThat(err.toString().lines()).last().asString().contains(sentence);
  }

  @Test
  void whatASessionMayHoldIsCutToWhatTheDeviceHasWithAWarning() {
    assertThat(run("--listen 127.0.0.1:0 --device small --max-tensor-bytes 2G")).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "Warning: A session may hold no more than all together: 1000000 bytes instead of"
                + " 2147483648. Give --max-total-bytes to allow more.",
            SmallCard.SENTENCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--max-tensor-bytes 1000000",
        "--max-tensor-bytes 2G --max-total-bytes 2G",
        "--max-total-bytes 1K"
      })
  void whatFitsNeedsNoWarning(String limits) {
    assertThat(run("--listen 127.0.0.1:0 --device small " + limits)).isEqualTo(1);
    assertThat(err.toString().lines()).containsExactly(SmallCard.SENTENCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "16g", "512M", "64K"})
  void bytesAreReadWithTheirUnits(String text) {
    long bytes = new ByteCount.Reader().convert(text).bytes();
    assertThat(bytes).isIn(12_345L, 16L << 30, 512L << 20, 64L << 10);
  }

  @Test
  void aServerServesEncryptedShowsItsMetricsAndEndsWhenItIsTold() throws Exception {
    try (ChildJvm server =
        ChildJvm.start(
            folder,
            Map.of("XDG_STATE_HOME", folder.toString()),
            "org.inferscope.Main",
            "serve",
            "--listen=127.0.0.1:0",
            "--tls-cert=" + folder.resolve("server.crt"),
            "--tls-key=" + folder.resolve("server.key"),
            "--token-file=" + folder.resolve("rsa.key"),
            "--device=reference",
            "--metrics=127.0.0.1:0")) {
      server.awaitOutput("/metrics");
      assertThat(server.out())
          .contains("Certificate (SHA-256): " + TestCertificates.FINGERPRINT)
          .doesNotContain(TOKEN);
      assertThat(health(found(server.out(), "Serving on 127.0.0.1:(\\d+)")))
          .isEqualTo(ServingStatus.SERVING);
      String page = MetricsPage.of(server);
      assertThat(page)
          .contains(
              "inferscope_calls_total{method=\"grpc.health.v1.Health/Check\",status=\"OK\"} 1")
          .contains("inferscope_build_info{version=\"", "backend=\"plain Java\"");
      assertThat(ProcessHandle.of(server.pid()).orElseThrow().destroy()).isTrue();
      assertThat(server.exitCode()).isEqualTo(128 + 15);
      assertThat(server.err()).isEmpty();
    }
  }

  private ServingStatus health(String port) throws Exception {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(port))
            .sslContext(
                GrpcSslContexts.forClient()
                    .trustManager(folder.resolve("server.crt").toFile())
                    .build())
            .build();
    try {
      return HealthGrpc.newBlockingStub(channel)
          .withDeadlineAfter(20, TimeUnit.SECONDS)
          .check(HealthCheckRequest.newBuilder().setService("inferscope.v1.Compute").build())
          .getStatus();
    } finally {
      channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  /** Of a million bytes, and it cannot be loaded. */
  private static final class SmallCard implements BackendLoader {
    private static final String SENTENCE = "The card is broken.";

    @Override
    public Device device() {
      return new Device("small", "A small card", DeviceKind.GPU, "Test", 1_000_000);
    }

    @Override
    public Backend load() {
      throw new InferscopeException(SENTENCE);
    }
  }

  private static String found(String text, String pattern) {
    Matcher match = Pattern.compile(pattern).matcher(text);
    assertThat(match.find()).as(text).isTrue();
    return match.group(1);
  }
}
