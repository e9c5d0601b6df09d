package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.worker.server.FairQueue.Turning;
import org.inferscope.compute.worker.server.Place.Next;
import org.junit.jupiter.api.Test;

class FairQueueTest {
  private static final long MILLISECOND = 1_000_000;

  private final FairQueue queue = new FairQueue();

  @Test
  void keepsTheOrderOfArrivalWithinASessionThoughALongMessageIsCompleteLate() throws Exception {
    List<String> done = new ArrayList<>();
    Lane lane = new Lane();
    Place longOne = queue.enter(lane, 10).orElseThrow();
    Place shortOne = queue.enter(lane, 10).orElseThrow();
    queue.fill(shortOne, step("short", done, Next.END));
    queue.fill(longOne, step("long", done, Next.END));

    turn(MILLISECOND);
    turn(MILLISECOND);

    assertThat(done).containsExactly("long", "short");
  }

  @Test
  void sharesTheDeviceByTimeBetweenLongAndShortCalls() throws Exception {
    Lane flood = new Lane();
    Lane modest = new Lane();
    for (int i = 0; i < 900; i++) {
      queue.fill(queue.enter(flood, 1000).orElseThrow(), () -> Next.END);
    }
    long used = 0;
    queue.fill(queue.enter(modest, 1000).orElseThrow(), () -> Next.END);
    long total = 0;
    while (total < 600) {
      Turning turn = queue.take().orElseThrow();
      boolean isModest = turn.place().orElseThrow().lane == modest;
      long time = isModest ? 7 : 1;
      queue.done(turn.place().orElseThrow(), turn.steps().step(), time * MILLISECOND);
      total += time;
      if (isModest) {
        used += time;
        queue.fill(queue.enter(modest, 1000).orElseThrow(), () -> Next.END);
      }
    }

    assertThat(used / (double) total).isCloseTo(0.5, within(0.1));
  }

  @Test
  void givesBackNoMoreThanAMomentToWhoComesLate() throws Exception {
    Lane early = new Lane();
    for (int i = 0; i < 2000; i++) {
      queue.fill(queue.enter(early, 5000).orElseThrow(), () -> Next.END);
    }
    for (int i = 0; i < 1000; i++) {
      turn(MILLISECOND);
    }
    Lane late = new Lane();
    for (int i = 0; i < 500; i++) {
      queue.fill(queue.enter(late, 5000).orElseThrow(), () -> Next.END);
    }
    int ofLate = 0;
    for (int i = 0; i < 400; i++) {
      ofLate += turn(MILLISECOND) == late ? 1 : 0;
    }

    assertThat(ofLate).isBetween(200, 230);
  }

  @Test
  void stepsACallThatIsLeftOnceMoreBeforeItsSessionIsFreed() throws Exception {
    List<String> done = new ArrayList<>();
    Lane lane = new Lane();
    Place begun = queue.enter(lane, 10).orElseThrow();
    Place waiting = queue.enter(lane, 10).orElseThrow();
    queue.fill(begun, step("begun", done, Next.WAIT));
    queue.fill(waiting, step("waiting", done, Next.END));
    turn(MILLISECOND);

    List<Place> gone = queue.close(lane, () -> done.add("free"));
    turn(MILLISECOND);
    turn(MILLISECOND);

    assertThat(gone).containsExactly(waiting);
    assertThat(done).containsExactly("begun", "begun", "free");
    assertThat(queue.enter(lane, 10)).isEmpty();
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void goesOnWithACallThatWasWokenDuringItsStep() throws Exception {
    List<String> done = new ArrayList<>();
    Lane lane = new Lane();
    Place place = queue.enter(lane, 10).orElseThrow();
    queue.fill(place, step("step", done, Next.WAIT));
    Turning first = queue.take().orElseThrow();
    Next next = first.steps().step();
    queue.wake(place);
    queue.done(place, next, MILLISECOND);

    turn(MILLISECOND);

    assertThat(done).containsExactly("step", "step");
  }

  @Test
  void countsACallUntilItsClientHasTheAnswer() throws Exception {
    Lane lane = new Lane();
    Place place = queue.enter(lane, 10).orElseThrow();
    Place other = queue.enter(lane, 10).orElseThrow();
    queue.fill(place, step("step", new ArrayList<>(), Next.END));
    turn(MILLISECOND);
    assertThat(queue.open()).isEqualTo(2);

    queue.leave(place);
    queue.leave(place);
    assertThat(queue.open()).isEqualTo(1);
    queue.close(lane, () -> {});
    assertThat(queue.open()).isEqualTo(1);
    queue.leave(other);
    assertThat(queue.open()).isZero();
  }

  @Test
  void takesNoMoreCallsThanItMay() {
    Lane lane = new Lane();
    assertThat(queue.enter(lane, 1)).isPresent();

    assertThat(queue.enter(lane, 1)).isEmpty();
  }

  private Lane turn(long nanos) throws InterruptedException {
    Turning turn = queue.take().orElseThrow();
    Next next = turn.steps().step();
    turn.place().ifPresent(place -> queue.done(place, next, nanos));
    return turn.place().map(place -> place.lane).orElseGet(Lane::new);
  }

  private static Place.Steps step(String name, List<String> done, Next next) {
    return () -> {
      done.add(name);
      return next;
    };
  }
}
