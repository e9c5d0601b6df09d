package org.inferscope.compute.worker.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.inferscope.compute.worker.server.Place.Next;
import org.inferscope.compute.worker.server.Place.Steps;

/**
 * Whose turn it is. Every session has a queue; of those with something to do, the one that has used
 * the least device time is next, and among equals the one that has waited longest. So short and
 * long calls share the device by time, not by number. Whoever comes back from a pause gets its turn
 * soon, but does not catch up on what it has let pass.
 *
 * <p>Any thread; only the device thread calls {@link #take} and {@link #done}.
 */
final class FairQueue {
  /**
   * How far behind a session may be that asks for its next result only when it has the last one: in
   * between it has nothing to do, and still means to use its share.
   */
  private static final long PATIENCE_NANOS = 50_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** What comes before all calls: freeing. */
  private final Deque<Steps> urgent = new ArrayDeque<>();

  /** Lanes with something to do, the one that waits longest first. */
  private final Set<Lane> ready = new LinkedHashSet<>();

  /** The device time of the session whose turn came last. */
  private long clock;

  private int waiting;

  /** Calls that are not over. */
  private int open;

  private boolean closed;

  /** Takes the last place in a queue; empty if there are so many before, or it has been closed. */
  Optional<Place> enter(Lane lane, int most) {
    lock.lock();
    try {
      if (lane.closed || lane.places.size() >= most) {
        return Optional.empty();
      }
      Place place = new Place(lane);
      lane.places.addLast(place);
      waiting++;
      open++;
      return Optional.of(place);
    } finally {
      lock.unlock();
    }
  }

  /** Says what a call is to do; false if nobody wants it any more. */
  boolean fill(Place place, Steps steps) {
    lock.lock();
    try {
      if (place.left || place.lane.closed) {
        return false;
      }
      place.steps = steps;
      place.runnable = true;
      look(place.lane);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A call that waits can go on. */
  void wake(Place place) {
    lock.lock();
    try {
      place.woken = place.running;
      place.runnable = true;
      look(place.lane);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A call is over for its client: it has its answer, or wants none any more.
   *
   * @return whether it had not begun and never will; otherwise it is stepped once more, unless it
   *     has ended
   */
  boolean leave(Place place) {
    lock.lock();
    try {
      if (!place.over) {
        place.over = true;
        open--;
      }
      boolean gone = !place.left && left(place);
      look(place.lane);
      return gone;
    } finally {
      lock.unlock();
    }
  }

  private boolean left(Place place) {
    place.left = true;
    if (place.running) {
      return false;
    }
    place.lane.places.remove(place);
    if (place.begun) {
      doFirst(place.steps());
    } else {
      waiting--;
    }
    return !place.begun;
  }

  /**
   * A session is no longer wanted.
   *
   * @param last what to do once its last call is off the device
   * @return its calls that had not begun and never will
   */
  List<Place> close(Lane lane, Runnable last) {
    lock.lock();
    try {
      lane.closed = true;
      List<Place> gone = new ArrayList<>();
      for (Place place : List.copyOf(lane.places)) {
        if (!place.left && left(place)) {
          gone.add(place);
        }
      }
      ready.remove(lane);
      doFirst(
          () -> {
            last.run();
            return Next.END;
          });
      return gone;
    } finally {
      lock.unlock();
    }
  }

  /** Has something done before all calls, and after what was to be before. */
  void doFirst(Steps steps) {
    lock.lock();
    try {
      urgent.addLast(steps);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Whose turn it is; waits for someone. Empty once closed and all is freed. */
  Optional<Turning> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (urgent.isEmpty() && ready.isEmpty() && !closed) {
        changed.await();
      }
      Steps first = urgent.pollFirst();
      if (first != null) {
        return Optional.of(new Turning(first, Optional.empty()));
      }
      return closed ? Optional.empty() : Optional.of(next());
    } finally {
      lock.unlock();
    }
  }

  private Turning next() {
    Lane least = ready.iterator().next();
    for (Lane lane : ready) {
      if (lane.used < least.used) {
        least = lane;
      }
    }
    clock = Math.max(clock, least.used);
    ready.remove(least);
    Place place = least.places.getFirst();
    place.running = true;
    place.runnable = false;
    place.woken = false;
    if (!place.begun) {
      place.begun = true;
      waiting--;
    }
    return new Turning(place.steps(), Optional.of(place));
  }

  /** A step has been done. */
  void done(Place place, Next next, long nanos) {
    lock.lock();
    try {
      Lane lane = place.lane;
      place.running = false;
      lane.used += nanos;
      if (next == Next.END) {
        place.left = true;
        lane.places.remove(place);
      } else if (place.left) {
        // Before whatever frees its session.
        lane.places.remove(place);
        urgent.addFirst(place.steps());
      } else {
        place.runnable = next == Next.STEP || place.woken;
      }
      look(lane);
    } finally {
      lock.unlock();
    }
  }

  private void look(Lane lane) {
    if (!lane.isReady()) {
      ready.remove(lane);
    } else if (ready.add(lane)) {
      lane.used = Math.max(lane.used, clock - PATIENCE_NANOS);
      changed.signal();
    }
  }

  /** How many calls have not begun yet. */
  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  /** How many calls are under way, from their first bytes until their answer is out. */
  int open() {
    lock.lock();
    try {
      return open;
    } finally {
      lock.unlock();
    }
  }

  /** Lets {@link #take} end once what is urgent has been done. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * What to do next.
   *
   * @param steps a step of it
   * @param place whose it is; empty for what belongs to no call
   */
  record Turning(Steps steps, Optional<Place> place) {}
}
