package org.inferscope.compute.loops;

import org.inferscope.compute.exec.Crew;

/**
 * As {@link Tiled}, by all cores: rows of C do not depend on each other, so each thread takes some.
 * There are more parts than threads, for whoever is done first to take another.
 */
final class Threads implements Loops {
  private static final int PARTS_A_THREAD = 4;

  private final Crew crew;

  /** With a crew that whoever made it closes. */
  Threads(Crew crew) {
    this.crew = crew;
  }

  @Override
  public void multiply(float[][] a, float[][] b, float[][] c, int from, int to) {
    int parts = Math.min(to - from, crew.size() * PARTS_A_THREAD);
    crew.run(
        parts,
        part ->
            Tiled.multiply(
                a, b, c, start(from, to, part, parts), start(from, to, part + 1, parts)));
  }

  private static int start(int from, int to, int part, int parts) {
    return from + (int) ((long) (to - from) * part / parts);
  }
}
