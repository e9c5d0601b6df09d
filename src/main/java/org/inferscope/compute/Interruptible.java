package org.inferscope.compute;

/** A {@link Backend} whose operation under way can be ended from another thread. */
public interface Interruptible {

  /**
   * Ends the operation under way: it throws {@link java.util.concurrent.CancellationException} on
   * its own thread. What it was to write is undefined afterwards; the backend can be used on. Does
   * nothing where nothing is under way. Any thread, at once; the caller sees to it that what is
   * under way is what it means to end.
   */
  void cancelCurrent();
}
