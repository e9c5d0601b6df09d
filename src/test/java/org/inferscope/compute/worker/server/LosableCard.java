package org.inferscope.compute.worker.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.Losable;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.tensor.Matrix;

/** A backend that computes as the reference until it is lost, and tells of that. */
final class LosableCard {
  static final String SENTENCE = "The card does not answer any more.";

  /** Called before each operation with its name. */
  volatile Consumer<String> hook = operation -> {};

  /** Whether somebody listens for its loss. */
  volatile boolean heard;

  volatile boolean closed;
  private final boolean right;
  private volatile boolean lost;
  private final CompletableFuture<DeviceLostException> loss = new CompletableFuture<>();

  /**
   * A card.
   *
   * @param right whether its products are
   */
  LosableCard(boolean right) {
    this.right = right;
  }

  Backend backend() {
    Backend reference = new ReferenceBackend();
    return (Backend)
        Proxy.newProxyInstance(
            Backend.class.getClassLoader(),
            new Class<?>[] {Backend.class, Losable.class},
            (proxy, method, args) ->
                special(method.getName(), args)
                    .orElseGet(
                        () -> {
                          try {
                            return method.invoke(reference, args);
                          } catch (InvocationTargetException e) {
                            throw (RuntimeException) e.getCause();
                          } catch (IllegalAccessException e) {
                            throw new AssertionError(e);
                          }
                        }));
  }

  private Optional<Object> special(String operation, Object[] args) {
    switch (operation) {
      case "whenLost" -> {
        CompletableFuture<Void> unused = loss.thenAccept(listener(args[0]));
        heard = true;
      }
      case "close" -> closed = true;
      case "multiply" -> {
        return right ? Optional.empty() : Optional.of(Matrix.of(new float[][] {{1}}));
      }
      case "device" -> {
        return Optional.empty();
      }
      default -> {
        hook.accept(operation);
        if (lost) {
          throw new DeviceLostException(SENTENCE, null);
        }
        return Optional.empty();
      }
    }
    return Optional.of("");
  }

  @SuppressWarnings("unchecked")
  private static Consumer<DeviceLostException> listener(Object argument) {
    return (Consumer<DeviceLostException>) argument;
  }

  /** Operations fail from now on. */
  void lose() {
    lost = true;
  }

  /** Operations fail from now on, and whoever listens hears of it. */
  void loseAndTell() {
    lose();
    tell();
  }

  /** Whoever listens hears of a loss; operations go on, as those do that are only recorded. */
  void tell() {
    loss.complete(new DeviceLostException(SENTENCE, null));
  }
}
