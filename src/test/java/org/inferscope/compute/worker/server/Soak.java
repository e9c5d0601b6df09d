package org.inferscope.compute.worker.server;

import static org.inferscope.compute.worker.server.TestClient.allocate;
import static org.inferscope.compute.worker.server.TestClient.matrix;
import static org.inferscope.compute.worker.server.TestClient.read;

import io.grpc.stub.StreamObserver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.compute.worker.proto.Add;
import org.inferscope.compute.worker.proto.Elementwise;
import org.inferscope.compute.worker.proto.Gemm;
import org.inferscope.compute.worker.proto.Numbers;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Read;
import org.inferscope.compute.worker.proto.UploadPart;
import org.inferscope.compute.worker.proto.Uploaded;
import org.inferscope.support.TestClassPath;

/**
 * Mixed jobs of several clients on {@code inferscope serve} for some time, and what became of it:
 * errors, the server's memory at the start, after a tenth of the time and at the end, and each
 * client's calls and seconds of the device. All clients do the same kinds of jobs in the same
 * numbers, so that their shares should be equal.
 *
 * <p>The server's Java touches its whole heap at the start. So what is resident grows by what is
 * taken outside of the heap only, and what is kept in the heap is told apart: what is in use after
 * a collection.
 *
 * <p>Arguments: minutes, such as 30 or 0.5; clients; and optionally the device, {@code openblas} if
 * not given. Ends with 1 if there was an error, resident memory grew by more than 5 % after the
 * warm-up or the heap by more than that of its size, or the share of a client differs by more than
 * 20 % from the mean.
 */
public final class Soak {
  private static final double MOST_GROWTH = 0.05;
  private static final double MOST_UNFAIRNESS = 0.2;
  private static final int HEAP_MB = 512;
  private static final double NANOS_A_SECOND = 1e9;
  private static final String TOKEN = "soak-token-of-some-length";

  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
  private final List<String> errors = new ArrayList<>();
  private final long end;

  private Soak(long end) {
    this.end = end;
  }

  public static void main(String[] args) throws Exception {
    double minutes = Double.parseDouble(args[0]);
    int clients = Integer.parseInt(args[1]);
    String device = args.length > 2 ? args[2] : "openblas";
    Path token = Files.writeString(Files.createTempFile("soak", ".token"), TOKEN);
    Process server = serve(token, device);
    boolean good;
    try {
      good = run(server, minutes, clients, device);
    } finally {
      server.destroy();
      if (!server.waitFor(30, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
      Files.delete(token);
    }
    System.exit(good ? 0 : 1);
  }

  private static Process serve(Path token, String device) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-Xms" + HEAP_MB + "m", "-Xmx" + HEAP_MB + "m", "-XX:+AlwaysPreTouch"));
    command.addAll(List.of("-cp", TestClassPath.get(), "org.inferscope.Main", "serve"));
    command.addAll(List.of("--listen=127.0.0.1:0", "--metrics=127.0.0.1:0"));
    command.addAll(List.of("--token-file=" + token, "--device=" + device));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static boolean run(Process server, double minutes, int clients, String device)
      throws Exception {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    int port = Integer.parseInt(line(out, "Serving on 127\\.0\\.0\\.1:(\\d+)"));
    String metrics = line(out, "(http://\\S+/metrics)");
    long total = (long) (minutes * 60 * NANOS_A_SECOND);
    long begin = System.nanoTime();
    Soak soak = new Soak(begin + total);
    Memory atStart = Memory.of(server.pid());
    CountDownLatch done = soak.start(port, clients);
    boolean early = done.await(total / 10, TimeUnit.NANOSECONDS);
    Memory afterWarmUp = Memory.of(server.pid());
    // Read while all are busy, so that nobody's last call counts alone.
    long rest = begin + total - TimeUnit.SECONDS.toNanos(5) - System.nanoTime();
    boolean before = done.await(rest, TimeUnit.NANOSECONDS);
    Memory atEnd = Memory.of(server.pid());
    String page = get(metrics);
    done.await();
    System.out.printf(
        Locale.ROOT,
        "%.1f min on %s, %d clients%s%n",
        (System.nanoTime() - begin) / NANOS_A_SECOND / 60,
        device,
        clients,
        early || before ? " (ended early)" : "");
    return soak.report(page, List.of(atStart, afterWarmUp, atEnd));
  }

  private CountDownLatch start(int port, int clients) {
    CountDownLatch done = new CountDownLatch(clients);
    for (int i = 0; i < clients; i++) {
      String name = "client " + (i + 1);
      calls.put(name, new AtomicInteger());
      long seed = i;
      Thread thread = new Thread(() -> work(port, name, seed, done), name);
      thread.setDaemon(true);
      thread.start();
    }
    return done;
  }

  private void work(int port, String name, long seed, CountDownLatch done) {
    try {
      int session = 0;
      while (System.nanoTime() < end) {
        try (TestClient client = new TestClient(port, TOKEN, name)) {
          new Jobs(client, new Random(seed * 1000 + session++)).run(200, end, calls.get(name));
        }
      }
    } catch (Exception | AssertionError e) {
      // At once, too: a report that fails must not take it along.
      System.err.println(name + ": " + e);
      synchronized (errors) {
        errors.add(name + ": " + e);
      }
    } finally {
      done.countDown();
    }
  }

  private boolean report(String page, List<Memory> memory) {
    Map<String, Double> seconds = new TreeMap<>();
    for (String name : new TreeMap<>(calls).keySet()) {
      seconds.put(name, deviceSeconds(page, name));
    }
    double mean = seconds.values().stream().mapToDouble(x -> x).average().orElse(0);
    double worst = 0;
    for (Map.Entry<String, Double> each : seconds.entrySet()) {
      double off = each.getValue() / mean - 1;
      worst = Math.max(worst, Math.abs(off));
      System.out.printf(
          Locale.ROOT,
          "%-10s %8d calls %9.2f s of the device %+6.1f %%%n",
          each.getKey(),
          calls.get(each.getKey()).get(),
          each.getValue(),
          100 * off);
    }
    Memory warm = memory.get(1);
    Memory last = memory.get(2);
    double growth = (double) last.residentKb / warm.residentKb - 1;
    double heapGrowth = (last.heapKb - warm.heapKb) / (HEAP_MB * 1024.0);
    System.out.printf(
        Locale.ROOT,
        "memory at the start: %s; warm: %s; at the end: %s (%+.1f %%, heap %+.1f %% of its size)%n",
        memory.get(0),
        warm,
        last,
        100 * growth,
        100 * heapGrowth);
    System.out.println("held at the end: " + found(page, "inferscope_tensor_bytes (\\d+)"));
    System.out.println("errors: " + errors.size());
    errors.forEach(System.out::println);
    return errors.isEmpty()
        && growth <= MOST_GROWTH
        && heapGrowth <= MOST_GROWTH
        && worst <= MOST_UNFAIRNESS;
  }

  /** None for a client that has not come to compute anything, which is a fault of its own. */
  private static double deviceSeconds(String page, String client) {
    Matcher match = Pattern.compile("client=\"" + client + "\"\\} ([0-9.E-]+)").matcher(page);
    return match.find() ? Double.parseDouble(match.group(1)) : 0;
  }

  private static String get(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static String line(BufferedReader out, String pattern) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      System.out.println(line);
      Matcher match = Pattern.compile(pattern).matcher(line);
      if (match.find()) {
        return match.group(1);
      }
    }
    throw new IOException("the server has ended");
  }

  private static String found(String text, String pattern) {
    Matcher match = Pattern.compile(pattern).matcher(text);
    if (!match.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return match.group(1);
  }

  /**
   * A process' memory, on Linux.
   *
   * @param residentKb all that is resident
   * @param heapKb what is in use in Java's heap after a collection
   */
  private record Memory(long residentKb, long heapKb) {
    private static final int COLLECTIONS = 5;

    /** The least of some collections, since between one and the question more may be taken. */
    static Memory of(long pid) throws IOException {
      long heap = Long.MAX_VALUE;
      for (int i = 0; i < COLLECTIONS; i++) {
        jcmd(pid, "GC.run");
        heap = Math.min(heap, Long.parseLong(found(jcmd(pid, "GC.heap_info"), "used (\\d+)K")));
      }
      String status = Files.readString(Path.of("/proc/" + pid + "/status"));
      return new Memory(Long.parseLong(found(status, "VmRSS:\\s+(\\d+)")), heap);
    }

    private static String jcmd(long pid, String command) throws IOException {
      Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return (residentKb >> 10) + " MB, heap " + (heapKb >> 10) + " MB";
    }
  }

  /** What a client does, over and over: each kind of job as often as the others do it. */
  private static final class Jobs {
    private static final int SIDE = 256;
    private static final int BIG = 1 << 20;

    private final TestClient client;
    private final Random random;
    private long last;

    Jobs(TestClient client, Random random) {
      this.client = client;
      this.random = random;
    }

    void run(int rounds, long end, AtomicInteger count) throws InterruptedException {
      for (int i = 0; i < rounds && System.nanoTime() < end; i++) {
        switch (i % 4) {
          case 0 -> manyProducts();
          case 1 -> upAndDown();
          case 2 -> oneProduct();
          default -> rowWise();
        }
        count.incrementAndGet();
      }
    }

    /** A batch with the weight of a transformer's block. */
    private void manyProducts() {
      client.stub().withDeadlineAfter(120, TimeUnit.SECONDS).run(products(12));
    }

    private void oneProduct() {
      client.stub().withDeadlineAfter(120, TimeUnit.SECONDS).run(products(1));
    }

    private org.inferscope.compute.worker.proto.Batch products(int count) {
      long a = ++last;
      long c = ++last;
      List<Op> ops = new ArrayList<>();
      ops.add(allocate(a, SIDE * SIDE));
      ops.add(allocate(c, SIDE * SIDE));
      Gemm gemm =
          Gemm.newBuilder()
              .setAlpha(1)
              .setA(matrix(a, SIDE, SIDE))
              .setB(matrix(a, SIDE, SIDE))
              .setC(matrix(c, SIDE, SIDE))
              .build();
      for (int i = 0; i < count; i++) {
        ops.add(Op.newBuilder().setGemm(gemm).build());
      }
      ops.add(read(c, 0, SIDE));
      ops.add(GoodClient.free(a));
      ops.add(GoodClient.free(c));
      return TestClient.batch(ops.toArray(Op[]::new));
    }

    private void rowWise() {
      long x = ++last;
      Add add =
          Add.newBuilder()
              .setA(matrix(x, SIDE, SIDE))
              .setB(matrix(x, SIDE, SIDE))
              .setOut(matrix(x, SIDE, SIDE))
              .build();
      Elementwise gelu =
          Elementwise.newBuilder()
              .setX(matrix(x, SIDE, SIDE))
              .setOut(matrix(x, SIDE, SIDE))
              .build();
      client
          .stub()
          .withDeadlineAfter(120, TimeUnit.SECONDS)
          .run(
              TestClient.batch(
                  allocate(x, SIDE * SIDE),
                  Op.newBuilder().setAdd(add).build(),
                  Op.newBuilder().setGelu(gelu).build(),
                  read(x, random.nextInt(SIDE), 1),
                  GoodClient.free(x)));
    }

    /** Four megabytes there and back, compared. */
    private void upAndDown() throws InterruptedException {
      long tensor = ++last;
      float[] numbers = new float[BIG / 4];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = random.nextFloat();
      }
      upload(tensor, numbers);
      Iterator<Numbers> back =
          client
              .stub()
              .withDeadlineAfter(120, TimeUnit.SECONDS)
              .download(Read.newBuilder().setTensor(tensor).setSize(BIG).build());
      int at = 0;
      while (back.hasNext()) {
        for (float number : TestClient.floats(back.next())) {
          if (number != numbers[at++ % numbers.length]) {
            throw new AssertionError("number " + (at - 1) + " is not what was sent");
          }
        }
      }
      if (at != BIG) {
        throw new AssertionError(at + " numbers came back");
      }
      client.run(GoodClient.free(tensor));
    }

    /** The same numbers four times. */
    private void upload(long tensor, float[] numbers) throws InterruptedException {
      CountDownLatch ended = new CountDownLatch(1);
      AtomicReference<Throwable> failure = new AtomicReference<>();
      StreamObserver<UploadPart> parts =
          client
              .async()
              .withDeadlineAfter(120, TimeUnit.SECONDS)
              .upload(
                  new StreamObserver<Uploaded>() {
                    @Override
                    public void onNext(Uploaded uploaded) {}

                    @Override
                    public void onError(Throwable error) {
                      failure.set(error);
                      ended.countDown();
                    }

                    @Override
                    public void onCompleted() {
                      ended.countDown();
                    }
                  });
      for (int i = 0; i < BIG / numbers.length; i++) {
        UploadPart.Builder part = UploadPart.newBuilder().setValues(TestClient.bytes(numbers));
        parts.onNext((i == 0 ? part.setTensor(tensor).setSize(BIG) : part).build());
      }
      parts.onCompleted();
      ended.await();
      if (failure.get() != null) {
        throw new AssertionError(failure.get());
      }
    }
  }
}
