package org.inferscope.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A model hub on this machine that answers well, unless told to misbehave. Written on sockets, so
 * that it can also break off, lie about lengths and fall silent.
 */
public final class FakeHub implements AutoCloseable {
  /** The commit that {@code main} is at. */
  public static final String COMMIT = "607a30d783dfa663caf39e06633721c8d4cfcd7e";

  private static final int LARGE = 10_000;
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final ServerSocket server;
  private final String model;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, byte[]> others = new ConcurrentHashMap<>();
  private final Map<String, Queue<Behavior>> scripts = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What was asked; the names of headers in small letters. */
  public record Request(String path, Map<String, String> headers) {
    /** A header, or nothing. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** How one request is answered; after it the connection is closed. */
  @FunctionalInterface
  public interface Behavior {
    void answer(Request request, OutputStream out) throws IOException;
  }

  /** A hub with one model, of no files yet. */
  public FakeHub(String model) {
    this.model = model;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** A hub with a model that looks like a GPT-2 with so many bytes of seeded random weights. */
  public static FakeHub gpt2(String model, int weights) {
    FakeHub hub = new FakeHub(model);
    hub.put("README.md", "Not needed.".getBytes(StandardCharsets.UTF_8));
    hub.put("config.json", "{\"model_type\": \"gpt2\"}".getBytes(StandardCharsets.UTF_8));
    hub.put("tokenizer.json", "{}".getBytes(StandardCharsets.UTF_8));
    hub.put("model.safetensors", random(weights));
    return hub;
  }

  /** Seeded random bytes. */
  public static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  /** Adds a file, or another content of one. */
  public void put(String name, byte[] content) {
    synchronized (files) {
      files.put(name, content);
    }
  }

  /** Adds a file that is no model's, at a path of its own. */
  public void serve(String path, byte[] content) {
    others.put(path, content);
  }

  /** Takes a file away. */
  public void remove(String name) {
    synchronized (files) {
      files.remove(name);
    }
  }

  /** The content of a file. */
  public byte[] file(String name) {
    synchronized (files) {
      return files.get(name);
    }
  }

  /** Answers the next requests for a path in these ways, and well after that. */
  public void script(String path, Behavior... behaviors) {
    scripts.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(List.of(behaviors));
  }

  /** The same for a file of the model. */
  public void scriptFile(String name, Behavior... behaviors) {
    script(filePath(name), behaviors);
  }

  /** The path of a file at the commit. */
  public String filePath(String name) {
    return "/" + model + "/resolve/" + COMMIT + "/" + name;
  }

  /** The path of the list of files. */
  public String listPath() {
    return "/api/models/" + model + "/revision/main";
  }

  /** All that was asked, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** What was asked of a path. */
  public List<Request> requestsOf(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  /** Its address. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Waits until the hub is closed: a server that says nothing more. */
  public void silence() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept() {
    while (closed.getCount() > 0) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "fake-hub");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = read(socket);
      requests.add(request);
      Queue<Behavior> script = scripts.getOrDefault(request.path(), new ArrayDeque<>());
      Behavior next;
      synchronized (script) {
        next = script.poll();
      }
      (next == null ? (Behavior) this::well : next).answer(request, socket.getOutputStream());
    } catch (IOException e) {
      // The client has gone, as it may.
    }
  }

  private static Request read(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String first = String.valueOf(in.readLine());
    Map<String, String> headers = new TreeMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    String target = first.split(" ", -1)[1];
    return new Request(target.replaceFirst("\\?.*", ""), headers);
  }

  private void well(Request request, OutputStream out) throws IOException {
    if (request.path().equals(listPath())) {
      text(200, "application/json", list()).answer(request, out);
      return;
    }
    byte[] other = others.get(request.path());
    if (other != null) {
      content(other).answer(request, out);
      return;
    }
    String name = request.path().substring(request.path().lastIndexOf('/') + 1);
    byte[] content = file(name);
    if (content == null || !request.path().equals(filePath(name))) {
      status(404, "X-Error-Code: RepoNotFound").answer(request, out);
      return;
    }
    content(content).answer(request, out);
  }

  /** The list as the hub gives it: a SHA-256 for large files, Git's name for small ones. */
  public String list() {
    StringBuilder siblings = new StringBuilder();
    synchronized (files) {
      files.forEach(
          (name, content) -> {
            String lfs =
                content.length >= LARGE
                    ? ", \"lfs\": {\"sha256\": \""
                        + sha256(content)
                        + "\", \"size\": "
                        + content.length
                        + ", \"pointerSize\": 134}"
                    : "";
            siblings
                .append(siblings.isEmpty() ? "" : ", ")
                .append("{\"rfilename\": \"" + name + "\", \"size\": " + content.length)
                .append(", \"blobId\": \"" + blob(content) + "\"" + lfs + "}");
          });
    }
    return "{\"id\": \""
        + model
        + "\", \"sha\": \""
        + COMMIT
        + "\", \"siblings\": ["
        + siblings
        + "]}";
  }

  /** Sends a content, or the range of it that is asked for. */
  public static Behavior content(byte[] content) {
    return (request, out) -> {
      String tag = "\"" + sha256(content) + "\"";
      int from = from(request, tag);
      if (from > content.length) {
        status(416).answer(request, out);
        return;
      }
      String range =
          from == 0
              ? ""
              : "Content-Range: bytes "
                  + from
                  + "-"
                  + (content.length - 1)
                  + "/"
                  + content.length
                  + "\r\n";
      head(
          out,
          from == 0 ? 200 : 206,
          range + "ETag: " + tag + "\r\nContent-Length: " + (content.length - from) + "\r\n");
      out.write(content, from, content.length - from);
      out.flush();
    };
  }

  private static int from(Request request, String tag) {
    String range = request.header("range");
    String only = request.header("if-range");
    boolean changed = !only.isEmpty() && !only.equals(tag);
    return range.isEmpty() || changed ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
  }

  /**
   * Sends so many bytes of what would be sent, and breaks off.
   *
   * @param arrived whether they are there
   */
  public Behavior breakAfter(byte[] content, int bytes, BooleanSupplier arrived) {
    return endsWhen((request, out) -> partly(content, bytes, request, out), arrived);
  }

  /**
   * Ends only when what was sent has arrived: a break may overtake the last bytes before it.
   *
   * @param arrived whether it is there
   */
  public static Behavior endsWhen(Behavior sent, BooleanSupplier arrived) {
    return (request, out) -> {
      sent.answer(request, out);
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (!arrived.getAsBoolean() && System.nanoTime() < end) {
        LockSupport.parkNanos(1_000_000);
      }
    };
  }

  /** Sends so many bytes of what would be sent, and then nothing more. */
  public Behavior stallAfter(byte[] content, int bytes) {
    return (request, out) -> {
      partly(content, bytes, request, out);
      silence();
    };
  }

  private static void partly(byte[] content, int bytes, Request request, OutputStream out)
      throws IOException {
    String tag = "\"" + sha256(content) + "\"";
    int from = from(request, tag);
    String range =
        from == 0
            ? ""
            : "Content-Range: bytes "
                + from
                + "-"
                + (content.length - 1)
                + "/"
                + content.length
                + "\r\n";
    head(
        out,
        from == 0 ? 200 : 206,
        range + "ETag: " + tag + "\r\nContent-Length: " + (content.length - from) + "\r\n");
    out.write(content, from, Math.min(bytes, content.length - from));
    out.flush();
  }

  /** Says only how it stands. */
  public static Behavior status(int status, String... headers) {
    return (request, out) -> {
      String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      head(out, status, lines + "Content-Length: 0\r\n");
    };
  }

  /** Sends a text. */
  public static Behavior text(int status, String type, String text) {
    return (request, out) -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      head(out, status, "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n");
      out.write(bytes);
      out.flush();
    };
  }

  /** Sends a head by hand, and a body that need not fit to it. */
  public static Behavior raw(int status, String headers, byte[] body) {
    return (request, out) -> {
      head(out, status, headers);
      out.write(body);
      out.flush();
    };
  }

  private static void head(OutputStream out, int status, String headers) throws IOException {
    String head = "HTTP/1.1 " + status + " Told\r\n" + headers + "Connection: close\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** The SHA-256 of a content, in hexadecimal digits. */
  public static String sha256(byte[] content) {
    return HexFormat.of().formatHex(digest("SHA-256").digest(content));
  }

  private static String blob(byte[] content) {
    MessageDigest git = digest("SHA-1");
    git.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(git.digest(content));
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
