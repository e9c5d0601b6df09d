package org.inferscope.io.hub;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.inferscope.io.hub.DownloadProgress.Stage;
import org.inferscope.io.hub.Reply.Span;

/** Brings one file's part to its end, and makes sure that it is the right content. One thread. */
final class FileDownload {
  /** So many bytes count as getting on: a server that sends one byte a time would never end. */
  private static final long STEP = 1 << 20;

  private final HubHttp http;
  private final Meter meter;
  private final StopSign stop;
  private final PartFile part;
  private final URI address;
  private final HubFile listed;
  private final Refusals refusals;
  private HubFile file;
  private ContentHash hash;
  private boolean wrongBefore;
  private long sinceFailure;

  /** Makes a sentence of an answer that another try will not change. */
  @FunctionalInterface
  interface Refusals {
    RuntimeException of(Reply reply);
  }

  FileDownload(
      HubHttp http,
      Meter meter,
      PartFile part,
      URI address,
      HubFile listed,
      Refusals refusals,
      StopSign stop) {
    this.http = http;
    this.meter = meter;
    this.part = part;
    this.address = address;
    this.listed = listed;
    this.refusals = refusals;
    this.stop = stop;
    this.file = listed;
    this.hash = new ContentHash(listed);
  }

  /**
   * Returns when the part is the whole file.
   *
   * @throws org.inferscope.compute.InferscopeException if it cannot be had
   */
  void run(Retries retries) {
    meter.turnTo(Stage.CHECKING, file.name());
    if (listed.isUnknown()) {
      // Nothing could tell whether the rest belongs to what is there.
      part.restart();
    }
    part.hash(hash, meter, stop);
    retries.run(
        () -> {
          sinceFailure = 0;
          attempt(retries);
          return true;
        });
  }

  private void attempt(Retries retries) throws IOException {
    try {
      if (part.size() != file.size()) {
        load(retries);
      }
      finish();
    } catch (ChangedException e) {
      restart();
      if (wrongBefore) {
        throw HubProblem.wrongBytes(file.name(), address.getHost(), e);
      }
      wrongBefore = true;
      throw e;
    }
  }

  private void finish() throws ChangedException {
    if (!hash.isRight()) {
      throw new ChangedException("the hash differs");
    }
    part.force();
  }

  private void restart() {
    meter.came(-part.size());
    part.restart();
    file = listed;
    hash = new ContentHash(listed);
  }

  private void load(Retries retries) throws IOException {
    long have = part.size();
    meter.turnTo(Stage.LOADING, file.name());
    try (Reply reply = http.get(address, wanted(have), stop)) {
      checkStatus(reply, have);
      if (part.size() == 0) {
        expect(reply);
      }
      part.keepTag(listed, reply.strongTag());
      copy(reply, retries);
    }
    if (file.size() != HubFile.UNKNOWN && part.size() < file.size()) {
      throw new EOFException("ended after " + part.size() + " of " + file.size() + " bytes");
    }
  }

  /** Asks for the rest, if it is still the rest of the same. */
  private Map<String, String> wanted(long have) {
    if (have == 0) {
      return Map.of();
    }
    String range = "bytes=" + have + "-";
    return part.tag().isEmpty()
        ? Map.of("Range", range)
        : Map.of("Range", range, "If-Range", part.tag());
  }

  private void checkStatus(Reply reply, long have) throws ChangedException {
    if (reply.isPage()) {
      throw reply.status() < 400 ? HubProblem.page(reply.host()) : refusals.of(reply);
    }
    switch (reply.status()) {
      case 200 -> {
        if (have > 0) {
          // The server knows no ranges, or the content is another one now.
          restart();
        }
      }
      case 206 -> {
        if (reply.span().map(Span::start).orElse(HubFile.UNKNOWN) != have) {
          throw new ChangedException("another part than asked for");
        }
      }
      case 416 -> throw new ChangedException("nothing after " + have + " bytes");
      default -> throw refusals.of(reply);
    }
    long total = reply.total();
    if (total != HubFile.UNKNOWN && file.size() != HubFile.UNKNOWN && total != file.size()) {
      throw new ChangedException(total + " bytes in place of " + file.size());
    }
  }

  /** Takes from the answer what the list does not say. */
  private void expect(Reply reply) {
    file = listed.or(reply.total(), reply.tag());
    hash = new ContentHash(file);
  }

  private void copy(Reply reply, Retries retries) throws IOException {
    Optional<ByteBuffer> next = reply.next(() -> meter.came(0), stop);
    while (next.isPresent()) {
      take(next.get());
      if (sinceFailure >= STEP) {
        retries.gotOn();
      }
      next = reply.next(() -> meter.came(0), stop);
    }
  }

  private void take(ByteBuffer bytes) throws ChangedException {
    int count = bytes.remaining();
    if (file.size() != HubFile.UNKNOWN && part.size() + count > file.size()) {
      throw new ChangedException("more than " + file.size() + " bytes");
    }
    hash.add(bytes.duplicate());
    part.append(bytes);
    meter.came(count);
    sinceFailure += count;
  }
}
