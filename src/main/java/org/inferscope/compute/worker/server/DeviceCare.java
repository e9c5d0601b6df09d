package org.inferscope.compute.worker.server;

import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Losable;
import org.inferscope.compute.exec.Restarts;
import org.inferscope.compute.worker.server.Place.Next;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server does about the loss of its device. All sessions end, as what they hold is gone with
 * it; then the device is loaded again, once, and once more if it has worked for some minutes since.
 * Clients that attach meanwhile wait for it. Any thread, unless said otherwise.
 */
final class DeviceCare {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceCare.class);

  private final DeviceThread device;
  private final Sessions sessions;
  private final DeviceListener told;
  private final Restarts restarts = new Restarts();

  DeviceCare(DeviceThread device, Sessions sessions, DeviceListener told) {
    this.device = device;
    this.sessions = sessions;
    this.told = told;
  }

  /** The device is about to be given to those who wait for it. Device thread. */
  void ready() {
    restarts.ready(System.nanoTime());
    told.deviceReady();
  }

  /** The device has been loaded. Device thread. */
  void watch(CompletableFuture<Backend> loaded) {
    if (loaded.join() instanceof Losable losable) {
      losable.whenLost(why -> lost(loaded, why));
    }
  }

  /** The device cannot be loaded again; nor at the start, where that is thrown. Device thread. */
  void failed(Throwable why) {
    String reason = why instanceof InferscopeException plain ? plain.sentence() : why.toString();
    told.deviceGone(new InferscopeException(Texts.get("server.lost.failed", reason), why));
  }

  /** The device is lost, which more than one may notice. */
  void lost(CompletableFuture<Backend> loaded, DeviceLostException why) {
    if (!device.forget(loaded)) {
      return;
    }
    boolean again = restarts.again(System.nanoTime());
    String sentence =
        again
            ? Texts.get("server.lost", why.sentence())
            : Texts.get("server.lost.again", why.sentence());
    LOG.warn("{}", sentence, why);
    told.deviceLost(sentence, again);
    // What frees their handles comes before what closes the backend.
    sessions.dismissAll(Status.UNAVAILABLE.withDescription(sentence));
    sessions
        .queue()
        .doFirst(
            () -> {
              close(loaded.join());
              if (again && !device.isEnding()) {
                device.load();
              }
              return Next.END;
            });
    if (!again) {
      DeviceLostException end = new DeviceLostException(sentence, why);
      device.giveUp(end);
      told.deviceGone(end);
    }
  }

  /** One that is lost is closed by no more than forgetting it. */
  private static void close(Backend backend) {
    try {
      backend.close();
    } catch (RuntimeException | Error e) {
      LOG.info("A backend that was lost could not be closed", e);
    }
  }
}
