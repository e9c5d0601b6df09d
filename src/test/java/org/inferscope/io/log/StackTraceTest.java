package org.inferscope.io.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StackTraceTest {
  @Test
  void tellsTheErrorItsFramesCausesAndWhatWasSuppressed() {
    IllegalStateException error = new IllegalStateException("outer", new IOException("inner"));
    error.addSuppressed(new ArithmeticException("beside"));
    assertThat(StackTrace.of(error))
        .contains(
            "java.lang.IllegalStateException: outer\n  at org.inferscope.io.log.StackTraceTest.",
            "\n  Suppressed: java.lang.ArithmeticException: beside\n    at ",
            "\nCaused by: java.io.IOException: inner\n  at ");
  }

  @Test
  void endsWhenErrorsCauseEachOther() {
    IllegalStateException chicken = new IllegalStateException("chicken");
    IllegalStateException egg = new IllegalStateException("egg", chicken);
    chicken.initCause(egg);
    assertThat(StackTrace.of(egg))
        .containsOnlyOnce("Caused by: java.lang.IllegalStateException: c");
  }

  @Test
  void anErrorThatCannotEvenSayItsNameIsTold() {
    Exception mute =
        new Exception() {
          @Override
          public String getMessage() {
            throw new IllegalStateException("mute");
          }
        };
    assertThat(StackTrace.of(mute)).startsWith(StackTraceTest.class.getName());
  }
}
