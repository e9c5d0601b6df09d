package org.inferscope.remote;

import org.inferscope.compute.Progress;

/** Follows something long. Called on the thread that asked for it. */
public interface Watch {
  /** Neither listens nor gives up. */
  Watch NONE =
      new Watch() {
        @Override
        public void progressed(Progress progress) {}

        @Override
        public void checkpoint() {}
      };

  /** It has come further. */
  void progressed(Progress progress);

  /**
   * Called now and then.
   *
   * @throws java.util.concurrent.CancellationException to give up; nothing catches it on the way
   */
  void checkpoint();
}
