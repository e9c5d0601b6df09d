package org.inferscope.compute.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A network between a client and a server of this machine, which may fail. */
final class Relay implements AutoCloseable {
  private final int target;
  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final int port = server.getLocalPort();
  private volatile Socket client;
  private volatile Socket behind;
  private volatile boolean frozen;

  Relay(int target) throws IOException {
    this.target = target;
    start(this::accept);
  }

  int port() {
    return port;
  }

  private void accept() throws IOException {
    client = server.accept();
    behind = new Socket(InetAddress.getLoopbackAddress(), target);
    start(() -> pump(client.getInputStream(), behind.getOutputStream()));
    start(() -> pump(behind.getInputStream(), client.getOutputStream()));
  }

  private void pump(InputStream in, OutputStream out) throws IOException {
    byte[] bytes = new byte[8192];
    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
      if (!frozen) {
        out.write(bytes, 0, count);
      }
    }
  }

  /** From now on nothing arrives any more, in either direction. */
  void freeze() {
    frozen = true;
  }

  /** Ends both connections. */
  @Override
  public void close() {
    try {
      server.close();
      client.close();
      behind.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private interface Io {
    void run() throws IOException;
  }

  private static void start(Io work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // A closed socket is the end.
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
