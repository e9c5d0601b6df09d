package org.inferscope.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.inferscope.Main;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.DevicesRequest;
import org.inferscope.support.TestClassPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The worker as a process of its own, seen from outside. */
@Timeout(120)
class WorkerCommandTest {
  private static final int LIMIT_SECONDS = 60;

  @TempDir Path folder;

  /** The program of a process that starts a worker and then waits to be killed. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] args) throws Exception {
      Process worker = worker(Path.of(args[0])).start();
      tell(worker, "secret\n");
      String line = firstLine(worker);
      System.out.println(worker.pid() + " " + line);
      System.out.flush();
      worker.waitFor();
    }
  }

  @Test
  void computesForItsParentAndEndsWhenItsInputDoes() throws Exception {
    Process worker = worker(folder).start();
    try {
      tell(worker, "secret\n");
      String[] words = firstLine(worker).split(" ", -1);
      assertThat(words).hasSize(4).startsWith("inferscope-worker", "1");

      assertThat(deviceId(Integer.parseInt(words[3]))).isEqualTo("reference");

      worker.getOutputStream().close();
      assertThat(worker.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(worker.exitValue()).isZero();
      assertThat(worker.getInputStream().readAllBytes()).isEmpty();
    } finally {
      worker.destroyForcibly();
    }
  }

  @Test
  void endsWhenItsParentIsKilled() throws Exception {
    Process parent = java(folder, Parent.class.getName(), folder.toString()).start();
    ProcessHandle worker = null;
    try {
      worker = ProcessHandle.of(Long.parseLong(firstLine(parent).split(" ", 2)[0])).orElseThrow();
      assertThat(worker.isAlive()).isTrue();

      parent.destroyForcibly();

      worker.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } finally {
      parent.destroyForcibly();
      if (worker != null) {
        worker.destroyForcibly();
      }
    }
  }

  @Test
  void saysWhatIsWrongWithoutASecretAndWithAnUnknownDevice() throws Exception {
    Process silent = worker(folder).start();
    silent.getOutputStream().close();
    assertThat(error(silent)).contains("secret");

    Process lost = java(folder, Main.class.getName(), "worker", "--device", "abacus").start();
    assertThat(error(lost)).contains("abacus").contains("reference");
  }

  private static String error(Process process) throws Exception {
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    return error;
  }

  private static String deviceId(int port) throws InterruptedException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    try {
      Metadata headers = new Metadata();
      headers.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer secret");
      return ComputeGrpc.newBlockingStub(channel)
          .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
          .withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS)
          .devices(DevicesRequest.getDefaultInstance())
          .getDevices(0)
          .getId();
    } finally {
      channel.shutdownNow().awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void tell(Process process, String words) throws IOException {
    process.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  private static String firstLine(Process process) throws IOException {
    return new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  private static ProcessBuilder worker(Path folder) {
    return java(folder, Main.class.getName(), "worker", "--device", "reference");
  }

  /** A Java whose home, and with it the log, is a folder of the test's. */
  private static ProcessBuilder java(Path folder, String... command) {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    all.addAll(List.of("-Duser.language=en", "-Duser.home=" + folder));
    all.addAll(List.of("-cp", TestClassPath.get()));
    all.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }
}
