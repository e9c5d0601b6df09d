package org.inferscope.compute;

import java.util.List;

/**
 * Looks for devices of one sort, such as graphics cards, which may take a while: drivers are asked
 * in processes of their own.
 */
@FunctionalInterface
public interface BackendFinder {

  /**
   * Looks once more. Called on a background thread.
   *
   * @return what was found, best first; a device that is there but of no use is among them, and its
   *     loader throws the reason
   */
  List<BackendLoader> find();
}
