package org.inferscope.app.pack;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.StopSign;

/** The GPU pack of this user. All methods wait for the disk or the network; one at a time. */
public interface PackStore {

  /** Looks for what is there. */
  PackFacts look();

  /**
   * Downloads what is missing.
   *
   * @param listener hears how far it is, on the calling thread
   * @throws InferscopeException with the reason in words if that fails; what has come is kept
   * @throws CancellationException if it was stopped; what has come is kept
   */
  void install(Consumer<DownloadProgress> listener, StopSign stop);

  /**
   * Removes the pack, or the part of it that is there.
   *
   * @return bytes that are free again
   * @throws InferscopeException with the reason in words if that fails
   */
  long remove();
}
