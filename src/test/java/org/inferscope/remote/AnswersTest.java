package org.inferscope.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import java.time.Duration;
import org.inferscope.remote.Answers.CallFailed;
import org.junit.jupiter.api.Test;

/** How long a server may be silent, by a clock that jumps. */
class AnswersTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private long nanos;
  private long othersServed;
  private final Answers<String, String> answers = new Answers<>(() -> othersServed, () -> nanos);

  private void pass(double patiences) {
    nanos += (long) (patiences * PATIENCE.toNanos());
  }

  @Test
  void aServerThatIsSlowButSpeaksIsWaitedFor() throws CallFailed {
    for (int i = 0; i < 15; i++) {
      String part = "part " + i;
      Runnable late =
          () -> {
            pass(0.9);
            answers.onNext(part);
          };
      assertThat(answers.next(PATIENCE, late)).contains(part);
    }
    assertThat(answers.next(PATIENCE, answers::onCompleted)).isEmpty();
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() {
    int[] looks = {0};
    assertGivenUp(
        () -> {
          looks[0]++;
          pass(0.4);
        });
    assertThat(looks[0]).isEqualTo(3);
  }

  @Test
  void timeInWhichOthersAreServedIsNoSilence() throws CallFailed {
    int[] looks = {0};
    Runnable turns =
        () -> {
          pass(0.9);
          othersServed++;
          if (++looks[0] == 5) {
            answers.onNext("at last");
          }
        };
    assertThat(answers.next(PATIENCE, turns)).contains("at last");
    assertThat(looks[0]).isEqualTo(5);
  }

  @Test
  void aServerThatHangsAfterItHasServedOthersIsGivenUp() {
    int[] looks = {0};
    assertGivenUp(
        () -> {
          pass(0.6);
          othersServed += ++looks[0] <= 3 ? 1 : 0;
        });
    assertThat(looks[0]).isEqualTo(5);
  }

  /** Waits for an answer that does not come. */
  private void assertGivenUp(Runnable look) {
    CallFailed failed = catchThrowableOfType(CallFailed.class, () -> answers.next(PATIENCE, look));
    assertThat(Status.fromThrowable(failed.reason()).getCode())
        .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
  }
}
