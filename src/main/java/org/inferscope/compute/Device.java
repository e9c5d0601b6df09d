package org.inferscope.compute;

/**
 * Something that can compute: a piece of hardware together with the backend that drives it.
 *
 * @param id stable name for preferences and command lines, for example {@code openblas}
 * @param name what the hardware calls itself, for example a processor's model
 * @param kind what sort of hardware it is
 * @param backend what drives it, as shown on screen, for example {@code OpenBLAS}
 * @param memory bytes of its memory; 0 if not known
 */
public record Device(String id, String name, DeviceKind kind, String backend, long memory) {

  /** A device of whose memory nothing is known, or nothing need be said. */
  public Device(String id, String name, DeviceKind kind, String backend) {
    this(id, name, kind, backend, 0);
  }
}
