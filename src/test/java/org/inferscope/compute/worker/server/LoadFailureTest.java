package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those hear who wait for a device that cannot be loaded. */
@Timeout(60)
class LoadFailureTest {
  private static final Metadata.Key<String> LOST =
      Metadata.Key.of("inferscope-lost", Metadata.ASCII_STRING_MARSHALLER);

  private final CompletableFuture<RuntimeException> failure = new CompletableFuture<>();

  @Test
  void aReasonInWordsIsTheServersOwnWord() throws Exception {
    assertThat(told(new InferscopeException("The card is broken.")))
        .isEqualTo("The card is broken.");
  }

  @Test
  void whatNobodyExpectedIsToo() throws Exception {
    assertThat(told(new IllegalStateException("a bug")))
        .isEqualTo("Something unexpected happened here (IllegalStateException); the log has more.");
  }

  /** What a client hears that attached before the device failed. */
  private String told(RuntimeException why) throws Exception {
    TestServer.Loader loader =
        () -> {
          throw failure.join();
        };
    try (TestServer server = new TestServer(loader, UnaryOperator.identity())) {
      CompletableFuture<Throwable> client =
          CompletableFuture.supplyAsync(() -> catchThrowable(() -> server.attach("test").close()));
      failure.complete(why);
      StatusRuntimeException thrown = (StatusRuntimeException) client.get(20, TimeUnit.SECONDS);
      assertThat(thrown.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(thrown.getTrailers().containsKey(LOST)).isTrue();
      // Whoever comes later hears the same.
      assertThat(
              catchThrowableOfType(StatusRuntimeException.class, () -> server.attach("late"))
                  .getTrailers()
                  .containsKey(LOST))
          .isTrue();
      return thrown.getStatus().getDescription();
    }
  }
}
