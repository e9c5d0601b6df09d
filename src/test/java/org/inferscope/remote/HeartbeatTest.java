package org.inferscope.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Progress;
import org.inferscope.compute.worker.server.Turn;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private final Listener client = new Listener();
  private long nanos;

  @Test
  void aStepThatTakesLongIsHeardOfOnceASecond() {
    Heartbeat<String> heartbeat = new Heartbeat<>(client, "", () -> nanos);
    for (int i = 0; i < 35; i++) {
      nanos += TimeUnit.MILLISECONDS.toNanos(100);
      heartbeat.run();
    }
    assertThat(client.heard).containsExactly("", "", "");
  }

  @Test
  void aClientThatDoesNotReadIsNotSentMore() {
    Heartbeat<String> heartbeat = new Heartbeat<>(client, "", () -> nanos);
    client.ready = false;
    nanos += TimeUnit.SECONDS.toNanos(100);
    heartbeat.run();
    assertThat(client.heard).isEmpty();
    client.ready = true;
    heartbeat.run();
    heartbeat.run();
    assertThat(client.heard).hasSize(1);
  }

  @Test
  void nobodyWaitsAnyMore() {
    Heartbeat<String> heartbeat = new Heartbeat<>(client, "", () -> nanos);
    client.gone = true;
    assertThatThrownBy(heartbeat::run).isInstanceOf(CancellationException.class);
  }

  @Test
  void whoeverWatchesAModelHearsIt() {
    Watch watch = ModelsEndpoint.watch(client, Progress::message, "nothing");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (client.heard.isEmpty() && System.nanoTime() < end) {
      watch.checkpoint();
      Thread.onSpinWait();
    }
    assertThat(client.heard).containsExactly("nothing");
  }

  /** At the other end of a call. */
  private static final class Listener implements Turn<String> {
    private final List<String> heard = new ArrayList<>();
    private boolean ready = true;
    private boolean gone;

    @Override
    public Backend backend() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void send(String message) {
      heard.add(message);
    }

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public void checkCancelled() {
      if (gone) {
        throw new CancellationException();
      }
    }
  }
}
