package org.inferscope.io.pack;

import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.io.UserFolders;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.StopSign;

/**
 * The GPU pack of this user: looked at, fetched, removed. Waits for the disk and the network; any
 * thread that may. Tests bring one of their own.
 */
public interface GpuPack {

  /** The pack for this machine, in a user's folders. */
  static GpuPack of(UserFolders folders) {
    return LocalPack.of(folders);
  }

  /** What there is of the pack, and what is missing. */
  PackStatus status();

  /** The pack, if all of it is there. */
  Optional<InstalledPack> installed();

  /**
   * Fetches what is missing; what is there stays as it is, and stays in use. Nothing is left half
   * done: until the last file has come and was checked, the pack is what it was before.
   *
   * @param listener told how far it is, about ten times a second, on the calling thread
   * @param stop ends it
   * @throws org.inferscope.compute.InferscopeException if it cannot be had, with the reason; what
   *     has come stays for the next try
   * @throws java.util.concurrent.CancellationException if it was stopped; likewise
   */
  void install(Consumer<DownloadProgress> listener, StopSign stop);

  /**
   * Removes the pack, and what was unpacked from it.
   *
   * @return how many bytes that gave back
   * @throws org.inferscope.compute.InferscopeException if it is being fetched, or one of its files
   *     is in use
   */
  long remove();
}
