package org.inferscope.app.pack;

/**
 * What there is of the GPU pack, and what it would take to have it.
 *
 * @param state how much of it is there
 * @param folder where it is or will be
 * @param toolkit the folder of the CUDA 11 toolkit that was found; empty for none, so that CUDA's
 *     own libraries are part of the download
 * @param there bytes that have been downloaded
 * @param download bytes that are still to be downloaded
 * @param unpacked bytes that the first start writes besides
 * @param problem why there is no pack for this system, as a sentence; else empty
 */
public record PackFacts(
    State state,
    String folder,
    String toolkit,
    long there,
    long download,
    long unpacked,
    String problem) {

  /** How much of the pack is there. */
  public enum State {
    /** Nobody has looked yet. */
    UNKNOWN,
    /** There is none for this system. */
    UNSUPPORTED,
    /** Nothing. */
    ABSENT,
    /** A part, from a download that was paused or broke off. */
    PART,
    /** All of it. */
    HERE
  }

  /** Nobody has looked yet. */
  public static final PackFacts UNKNOWN = new PackFacts(State.UNKNOWN, "", "", 0, 0, 0, "");

  /** Whether it can be downloaded. */
  boolean isToGet() {
    return state == State.ABSENT || state == State.PART;
  }
}
