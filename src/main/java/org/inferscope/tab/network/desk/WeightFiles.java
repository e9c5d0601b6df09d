package org.inferscope.tab.network.desk;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.io.network.LoadedNetwork;
import org.inferscope.io.network.NetworkFile;
import org.inferscope.io.onnx.OnnxNetworkFile;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Loads weights into the tab and saves them, in jobs: the network on screen stays as it is until a
 * file has been read whole. Confined to one thread, which the compute service must call back on.
 */
public final class WeightFiles {
  private static final String ONNX = "onnx";

  private final NetworkPresenter presenter;

  /** The files of a presenter's network. */
  public WeightFiles(NetworkPresenter presenter) {
    this.presenter = presenter;
  }

  /** Asks for a file and loads it. */
  public void load() {
    presenter
        .context()
        .files()
        .toOpen(
            Texts.get("network.load"),
            Texts.get("network.files"),
            NetworkFile.SUFFIX.substring(1),
            ONNX)
        .ifPresent(this::load);
  }

  /** Loads a safetensors or ONNX file. */
  public void load(Path file) {
    presenter
        .context()
        .compute()
        .submit(
            new JobRequest<>(Texts.get("network.load.job", name(file)), job -> read(file)),
            outcome -> loaded(file, outcome));
  }

  private static LoadedNetwork read(Path file) {
    return name(file).toLowerCase(Locale.ROOT).endsWith("." + ONNX)
        ? OnnxNetworkFile.load(file)
        : NetworkFile.load(file);
  }

  private void loaded(Path file, Outcome<LoadedNetwork> outcome) {
    if (outcome instanceof Outcome.Done<LoadedNetwork> done) {
      LoadedNetwork read = done.value();
      presenter.open(state(read.network(), name(file)), Texts.get("network.step.open", name(file)));
      if (presenter.notice().isEmpty()) {
        presenter.say(read.note().orElse(Texts.get("network.loaded", name(file))));
      }
    } else if (outcome instanceof Outcome.Failed<LoadedNetwork> failed) {
      presenter.say(Objects.requireNonNullElse(failed.error().getMessage(), ""));
    }
  }

  /** The network with the inputs on screen, where they fit, or with one that is drawn. */
  private NetworkState state(Network network, String file) {
    NetworkPlan plan = NetworkPlan.of(network, Texts.get("network.origin.file", file));
    NetworkState now = presenter.state();
    boolean fits = now.plan().inputs() == plan.inputs();
    return fits
        ? NetworkState.of(plan, now.input(), now.inputSeed())
            .with(now.display().with(Display.View.NETWORK))
        : NetworkState.of(
            plan,
            InputBatch.random(NetworkPlan.DEFAULT_SEED, 1, plan.inputs()),
            Optional.of(NetworkPlan.DEFAULT_SEED));
  }

  /** Asks for a name and saves the weights on screen, everything switched on. */
  public void save() {
    presenter
        .shown()
        .flatMap(
            shown ->
                presenter
                    .context()
                    .files()
                    .toSave(
                        Texts.get("network.save"),
                        Texts.get("network.files.safetensors"),
                        "network",
                        NetworkFile.SUFFIX.substring(1)))
        .ifPresent(this::save);
  }

  /** Saves the weights on screen, everything switched on, under PyTorch's names. */
  public void save(Path file) {
    presenter.shown().ifPresent(shown -> save(file, shown.trace().network()));
  }

  private void save(Path file, Network network) {
    presenter
        .context()
        .compute()
        .submit(
            new JobRequest<>(
                Texts.get("network.save.job", name(file)),
                job -> {
                  NetworkFile.save(file, network);
                  return network.parameters();
                }),
            outcome -> saved(file, outcome));
  }

  private void saved(Path file, Outcome<Long> outcome) {
    if (outcome instanceof Outcome.Done<Long> done) {
      presenter.say(Texts.get("network.saved", Numbers.count(done.value()), name(file)));
    } else if (outcome instanceof Outcome.Failed<Long> failed) {
      presenter.say(Objects.requireNonNullElse(failed.error().getMessage(), ""));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
