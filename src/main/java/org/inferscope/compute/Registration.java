package org.inferscope.compute;

/** Undoes one registration, such as that of a listener. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
  /** Ends the registration; a second call does nothing. */
  @Override
  void close();
}
