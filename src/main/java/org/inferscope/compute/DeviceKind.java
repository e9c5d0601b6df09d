package org.inferscope.compute;

/** What sort of machine computes. */
public enum DeviceKind {
  /** The computer's own processor. */
  CPU,
  /** A graphics card. */
  GPU,
  /** Another machine, reached over the network. */
  REMOTE
}
