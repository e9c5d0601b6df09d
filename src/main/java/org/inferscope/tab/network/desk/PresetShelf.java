package org.inferscope.tab.network.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.io.network.DigitsModel;
import org.inferscope.model.network.preset.Preset;
import org.inferscope.model.network.preset.Presets;
import org.inferscope.tab.Lazy;
import org.inferscope.text.Texts;

/**
 * The networks to start from. The trained one is read from the program's own files, so that its
 * absence means a broken installation, which the service's log tells. Confined to one thread, which
 * the compute service must call back on.
 */
final class PresetShelf {
  private final Runnable changed;

  /** Drawn when somebody asks: the inputs of some are many numbers. */
  private final Lazy<List<Preset>> drawn = new Lazy<>(Presets::drawn);

  private Optional<Preset> trained = Optional.empty();

  PresetShelf(Runnable changed) {
    this.changed = changed;
  }

  List<Preset> all() {
    return Stream.concat(drawn.get().stream(), trained.stream()).toList();
  }

  void readTrained(ComputeService compute) {
    compute.submit(
        new JobRequest<>(Texts.get("network.job.trained"), job -> DigitsModel.load().preset()),
        outcome -> {
          if (outcome instanceof Outcome.Done<Preset> done) {
            trained = Optional.of(done.value());
            changed.run();
          }
        });
  }
}
