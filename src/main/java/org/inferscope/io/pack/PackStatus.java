package org.inferscope.io.pack;

import java.nio.file.Path;
import org.inferscope.text.Texts;

/**
 * How the GPU pack stands on this machine.
 *
 * @param state how much of it is there
 * @param folder where it is, or would go
 * @param toolkit what is installed of CUDA 11, without which the pack has its libraries too
 * @param librariesIn whether the pack here has them
 * @param bytesThere bytes in the folder, also of a download that was broken off
 * @param download bytes still to fetch
 * @param unpacked bytes that the first use writes into the cache folder besides
 */
public record PackStatus(
    State state,
    Path folder,
    Toolkit toolkit,
    boolean librariesIn,
    long bytesThere,
    long download,
    long unpacked) {

  /** How much of the pack is there. */
  public enum State {
    /** There is none for this system. */
    UNSUPPORTED,
    /** Nothing. */
    ABSENT,
    /** Some, so that a download goes on there. */
    PART,
    /** All that is needed. */
    HERE
  }

  /** Why there can be no pack, in a sentence; empty where there can be one. */
  public String problem() {
    return state == State.UNSUPPORTED ? Texts.get("pack.unsupported") : "";
  }
}
