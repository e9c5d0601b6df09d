package org.inferscope.io.hub;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Gets a model; tests bring one of their own. */
@FunctionalInterface
public interface ModelSource {

  /**
   * What is to be had.
   *
   * @param id which model
   * @param revision which state of it: a branch, a tag or a commit
   * @param folder where its files go
   */
  record Wish(ModelId id, String revision, Path folder) {
    /** The branch that a model is usually asked for. */
    public static final String MAIN = "main";
  }

  /**
   * Gets the model and returns when it is there; waits for the network and the disk.
   *
   * @param listener told how far it is, about ten times a second, on the calling thread
   * @param stop ends it
   * @return the folder, with a model in it that can be opened
   * @throws org.inferscope.compute.InferscopeException if it cannot be had, with the reason in a
   *     sentence; what has come so far stays for another try
   * @throws java.util.concurrent.CancellationException if it was stopped; likewise
   */
  Path get(Wish wish, Consumer<DownloadProgress> listener, StopSign stop);
}
