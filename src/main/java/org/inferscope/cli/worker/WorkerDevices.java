package org.inferscope.cli.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.exec.Daemons;
import org.inferscope.text.Texts;

/** The devices that a worker can compute on, each made only when asked for. Main thread. */
public final class WorkerDevices {
  private final Map<String, Function<String, BackendLoader>> makers = new LinkedHashMap<>();
  private final List<Supplier<List<String>>> lists = new ArrayList<>();

  /** Adds a device. */
  public WorkerDevices with(String id, Supplier<BackendLoader> loader) {
    return withMany(id, rest -> loader.get());
  }

  /**
   * Adds devices of one sort.
   *
   * @param sort what their ids begin with, before a colon
   * @param maker is given what comes after the colon; empty if nothing does. It may throw an {@link
   *     InferscopeException} or an IllegalArgumentException for what it does not know
   */
  public WorkerDevices withMany(String sort, Function<String, BackendLoader> maker) {
    makers.put(sort, maker);
    return this;
  }

  /** Adds to what {@link #list} tells. */
  public WorkerDevices listing(Supplier<List<String>> more) {
    lists.add(more);
    return this;
  }

  /**
   * Tells what this machine has, a line each, for the program that asks. All sorts of drivers are
   * asked at once, and what is known of one is told at once: a driver may hang, or end this
   * process.
   *
   * @param line is called on any thread, by one at a time
   * @return completes once all have answered
   */
  CompletableFuture<Void> list(Consumer<String> line) {
    return CompletableFuture.allOf(
        lists.stream().map(list -> asked(list, line)).toArray(CompletableFuture<?>[]::new));
  }

  private static CompletableFuture<Void> asked(Supplier<List<String>> list, Consumer<String> line) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    Daemons.thread("inferscope-drivers", () -> ask(list, line, answer)).start();
    return answer;
  }

  private static void ask(
      Supplier<List<String>> list, Consumer<String> line, CompletableFuture<Void> answer) {
    try {
      List<String> known = list.get();
      synchronized (line) {
        known.forEach(line);
      }
      answer.complete(null);
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  /**
   * The loader of a device.
   *
   * @throws InferscopeException if there is none of this id
   */
  public BackendLoader loader(String id) {
    int colon = id.indexOf(':');
    String sort = colon < 0 ? id : id.substring(0, colon);
    Function<String, BackendLoader> maker = makers.get(sort);
    if (maker == null) {
      throw unknown(id);
    }
    try {
      return maker.apply(colon < 0 ? "" : id.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      throw unknown(id);
    }
  }

  private InferscopeException unknown(String id) {
    return new InferscopeException(
        Texts.get("cli.worker.unknown", id, String.join(", ", makers.keySet())));
  }
}
