package org.inferscope.compute.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrewTest {
  private final Crew crew = new Crew("test-crew", 3);

  @AfterEach
  void close() {
    crew.close();
  }

  @Test
  void doesEveryPartOnceAndAsManyAtOnceAsItHasThreads() {
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CyclicBarrier together = new CyclicBarrier(3);

    crew.run(
        3,
        part -> {
          meet(together);
          assertThat(done.add(part)).isTrue();
          threads.add(Thread.currentThread());
        });

    assertThat(done).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
    assertThat(threads)
        .filteredOn(thread -> thread != Thread.currentThread())
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getName().equals("test-crew"));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void doesMorePartsThanItHasThreads() {
    AtomicInteger sum = new AtomicInteger();
    crew.run(100, sum::addAndGet);
    assertThat(sum).hasValue(4950);
    crew.run(1, part -> sum.set(part));
    assertThat(sum).hasValue(0);
  }

  @Test
  void whatAPartThrowsComesOutOnceAllHaveEnded() {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    assertThatThrownBy(
            () ->
                crew.run(
                    3,
                    part -> {
                      if (part == 1) {
                        failed.countDown();
                        throw new IllegalStateException("part 1");
                      }
                      await(failed);
                      ended.incrementAndGet();
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("part 1");
    assertThat(ended).hasValue(2);
    crew.run(3, part -> ended.incrementAndGet());
    assertThat(ended).hasValue(5);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anInterruptedCallerStillWaitsAndStaysInterrupted() {
    AtomicInteger ended = new AtomicInteger();
    Thread.currentThread().interrupt();
    crew.run(3, part -> ended.incrementAndGet());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ended).hasValue(3);
  }

  @Test
  void aCrewOfNobodyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crew("none", 0))
        .withMessageContaining("size");
  }
}
