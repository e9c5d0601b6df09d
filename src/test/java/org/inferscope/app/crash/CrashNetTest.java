package org.inferscope.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrashNetTest {
  private final List<CrashReport> shown = Collections.synchronizedList(new ArrayList<>());
  private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
  private final Logger logger = Logger.getLogger(CrashNet.class.getName());
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private Instant now = Instant.parse("2026-01-01T12:00:00Z");
  private final CrashNet net = new CrashNet(shown::add, () -> now);

  @BeforeEach
  void listenToTheLog() {
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
    logger.addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(listener);
    logger.setUseParentHandlers(true);
  }

  private void fail(RuntimeException error) {
    net.uncaughtException(Thread.currentThread(), error);
  }

  private static RuntimeException painterFault() {
    return new IllegalStateException("no such color");
  }

  @Test
  void anErrorIsLoggedOnceAndShownOnceWithAllADeveloperAsksFor() {
    fail(new IllegalStateException("outer", new ArithmeticException("inner")));

    assertThat(logged).hasSize(1);
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).summary())
        .isEqualTo(
            "Something went wrong inside Inferscope (IllegalStateException: outer). What you typed"
                + " is still there.");
    assertThat(shown.get(0).details())
        .contains("Inferscope ", "\nJava ", "Time 2026-01-01T12:00:00Z", "Thread main")
        .contains(
            "IllegalStateException: outer", "Caused by: java.lang.ArithmeticException: inner");
  }

  @Test
  void theSameErrorAgainAndAgainIsToldAtMostOnceAMinuteWithItsCount() {
    for (int i = 0; i <= 600; i++) {
      now = now.plus(i < 600 ? Duration.ofMillis(16) : Duration.ofMinutes(1));
      fail(painterFault());
    }
    assertThat(shown).hasSize(2);
    assertThat(logged).hasSize(2).last().asString().contains("599 times more");
  }

  @Test
  void anotherErrorIsToldAtOnce() {
    fail(painterFault());
    fail(new IllegalStateException("from elsewhere"));
    assertThat(shown).hasSize(2);
  }

  @Test
  void anErrorMeantForAPersonIsShownInItsOwnWords() {
    fail(new InferscopeException("The disk is full."));
    assertThat(shown).extracting(CrashReport::summary).containsExactly("The disk is full.");
  }

  @Test
  void anErrorWithoutAMessageAndOneOfMemoryHaveASentenceToo() {
    fail(new NullPointerException());
    net.uncaughtException(Thread.currentThread(), new OutOfMemoryError("Java heap space"));
    assertThat(shown.get(0).summary()).contains("(NullPointerException)");
    assertThat(shown.get(1).summary()).startsWith("There is not enough memory");
  }

  @Test
  void aFailureToShowTheReportIsLoggedAndGoesNoFurther() {
    CrashNet blind =
        new CrashNet(
            report -> {
              throw new IllegalStateException("no window");
            });
    blind.uncaughtException(Thread.currentThread(), painterFault());
    assertThat(logged).hasSize(2);
  }

  @Test
  void errorsOfAnyThreadAndOfTheEventThreadAreCaughtAndTheEventThreadGoesOn() throws Exception {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    List<String> after = new ArrayList<>();
    try {
      net.install();
      Thread worker =
          new Thread(
              () -> {
                throw painterFault();
              },
              "worker");
      worker.start();
      worker.join(10_000);
      EventQueue.invokeLater(
          () -> {
            throw new IllegalStateException("on the event thread");
          });
      EventQueue.invokeAndWait(() -> after.add("alive"));
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(shown)
        .extracting(CrashReport::details)
        .anyMatch(text -> text.contains("Thread worker"));
    assertThat(shown)
        .extracting(CrashReport::summary)
        .anyMatch(text -> text.contains("event thread"));
    assertThat(after).containsExactly("alive");
  }
}
