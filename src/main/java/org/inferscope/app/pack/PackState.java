package org.inferscope.app.pack;

import java.util.Optional;
import org.inferscope.io.hub.DownloadProgress;

/**
 * What the card shows. Immutable.
 *
 * @param facts what there is of the pack
 * @param phase what goes on
 * @param progress how far a download is, while one runs and has said so
 * @param error why the last thing that was asked for failed; else empty
 * @param done what was achieved a moment ago, as a sentence; else empty
 */
record PackState(
    PackFacts facts, Phase phase, Optional<DownloadProgress> progress, String error, String done) {

  /** What goes on. */
  enum Phase {
    /** Nothing. */
    RESTING,
    /** The pack is being downloaded. */
    RUNNING,
    /** The download is about to pause. */
    PAUSING,
    /** A person is asked whether to remove the pack. */
    ASKING,
    /** It is being removed. */
    REMOVING
  }

  static PackState first() {
    return new PackState(PackFacts.UNKNOWN, Phase.RESTING, Optional.empty(), "", "");
  }

  /** Whether something runs that changes the pack. */
  boolean isBusy() {
    return phase == Phase.RUNNING || phase == Phase.PAUSING || phase == Phase.REMOVING;
  }

  PackState in(Phase next) {
    return new PackState(facts, next, Optional.empty(), "", "");
  }

  PackState pausing() {
    return new PackState(facts, Phase.PAUSING, progress, "", "");
  }

  PackState knowing(PackFacts next) {
    return new PackState(next, phase, progress, error, done);
  }

  PackState at(DownloadProgress next) {
    return new PackState(facts, phase, Optional.of(next), "", "");
  }

  PackState failed(String sentence) {
    return new PackState(facts, Phase.RESTING, Optional.empty(), sentence, "");
  }

  PackState achieved(String sentence) {
    return new PackState(facts, Phase.RESTING, Optional.empty(), "", sentence);
  }
}
