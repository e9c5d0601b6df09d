package org.inferscope.app.models;

import java.util.Map;
import java.util.Optional;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.KnownModel;
import org.inferscope.io.hub.ModelId;
import org.inferscope.io.hub.ModelsFolder.Presence;
import org.inferscope.io.hub.ModelsFolder.State;

/**
 * What the card shows. Immutable.
 *
 * @param size the published model that is chosen; empty for another one, by its name
 * @param name the other one's name as it was typed
 * @param found what there is of each model that was looked for
 * @param phase what goes on
 * @param progress how far a download is, while one runs and has said so
 * @param error why the last download failed, or what is wrong with the name; else empty
 */
record GetModelState(
    Optional<KnownModel> size,
    String name,
    Map<ModelId, Presence> found,
    Phase phase,
    Optional<DownloadProgress> progress,
    String error) {
  /** What goes on. */
  enum Phase {
    /** A model is being chosen. */
    CHOOSING,
    /** It is being downloaded. */
    RUNNING,
    /** The download was cancelled and is about to end. */
    STOPPING,
    /** It failed; it can be tried again. */
    FAILED,
    /** The model is there, a moment ago it was not. */
    DONE
  }

  /** Copies the map. */
  GetModelState {
    found = Map.copyOf(found);
  }

  /** The first one: the smallest GPT-2 is chosen, and nothing was looked for yet. */
  static GetModelState first() {
    return new GetModelState(
        Optional.of(KnownModel.SMALL), "", Map.of(), Phase.CHOOSING, Optional.empty(), "");
  }

  boolean isBusy() {
    return phase == Phase.RUNNING || phase == Phase.STOPPING;
  }

  /** How much there is of a model, as far as that is known. */
  State stateOf(ModelId id) {
    Presence presence = found.get(id);
    return presence == null ? State.ABSENT : presence.state();
  }

  GetModelState chosen(Optional<KnownModel> other, String otherName) {
    return new GetModelState(other, otherName, found, Phase.CHOOSING, Optional.empty(), "");
  }

  GetModelState in(Phase next) {
    return new GetModelState(size, name, found, next, Optional.empty(), "");
  }

  GetModelState at(DownloadProgress far) {
    return new GetModelState(size, name, found, phase, Optional.of(far), error);
  }

  GetModelState knowing(Map<ModelId, Presence> now) {
    return new GetModelState(size, name, now, phase, progress, error);
  }

  GetModelState failed(String sentence) {
    return new GetModelState(size, name, found, Phase.FAILED, Optional.empty(), sentence);
  }

  GetModelState misnamed(String sentence) {
    return new GetModelState(size, name, found, Phase.CHOOSING, Optional.empty(), sentence);
  }
}
