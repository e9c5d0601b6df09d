package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inferscope.compute.worker.server.TestClient.allocate;
import static org.inferscope.compute.worker.server.TestClient.batch;

import com.google.common.util.concurrent.ListenableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.Event;
import org.inferscope.compute.worker.proto.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that wait for their turn hear that another one is served. */
@Timeout(60)
class OthersServedTest {
  private static final Event WORD = Event.getDefaultInstance();

  private final FairQueue queue = new FairQueue();
  private final Sessions sessions =
      new Sessions(
          queue,
          new DeviceThread(TestServer.loader(new ReferenceBackend()), queue),
          Limits.ofOneClient(0),
          new ServerListener() {},
          null);
  private final HeardEvents atOne = new HeardEvents();
  private final HeardEvents atTwo = new HeardEvents();

  private Session begin(HeardEvents events) {
    Session session = sessions.begin("test", events);
    session.welcome(WORD);
    events.heard.clear();
    return session;
  }

  @Test
  void onlyThoseWhoAreNotServedHearOfIt() {
    Session one = begin(atOne);
    begin(atTwo);
    sessions.tellOfOthers();
    one.served(true);
    sessions.tellOfOthers();
    assertThat(atOne.heard).isEmpty();
    assertThat(atTwo.heard).containsExactly(WORD);
    one.served(false);
    sessions.tellOfOthers();
    assertThat(atTwo.heard).hasSize(1);
  }

  @Test
  void aStepWhoseClientHasGivenUpIsNoLongerSpokenOf() {
    Session one = begin(atOne);
    begin(atTwo);
    one.served(true);
    sessions.end(one);
    sessions.tellOfOthers();
    assertThat(atTwo.heard).isEmpty();
  }

  @Test
  void nobodyHearsItBeforeTheWelcome() {
    begin(atOne).served(true);
    sessions.begin("test", atTwo);
    sessions.tellOfOthers();
    assertThat(atTwo.heard).isEmpty();
  }

  @Test
  void itIsSaidAgainAndAgainWhileALongStepRuns() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (TestServer server =
            new TestServer(
                HookedBackend.of(
                    operation -> {
                      if (operation.equals("allocate")) {
                        begun.countDown();
                        await(release);
                      }
                    }));
        TestClient one = server.attach("one");
        TestClient two = server.attach("two")) {
      ListenableFuture<Results> running =
          ComputeGrpc.newFutureStub(one.channel()).run(batch(allocate(1, 2)));
      // On their own connections, the second could overtake the first.
      await(begun);
      ListenableFuture<Results> waiting =
          ComputeGrpc.newFutureStub(two.channel()).run(batch(allocate(1, 2)));
      for (int words = 0; words < 2; ) {
        words += two.events.next().equals(WORD) ? 1 : 0;
      }
      release.countDown();
      running.get(20, TimeUnit.SECONDS);
      waiting.get(20, TimeUnit.SECONDS);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
