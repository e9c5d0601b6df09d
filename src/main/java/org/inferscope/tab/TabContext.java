package org.inferscope.tab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.MachineBenchmark;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Navigator;

/**
 * What the app gives to a tab when it makes it.
 *
 * @param compute runs the tab's jobs; listeners are called on the event thread
 * @param inspector shows how a number came to be; one for all tabs, its panel stands in the dock
 * @param navigator opens in another tab what this one shows; usable once all tabs are made
 * @param files asks for the names of files
 * @param torch PyTorch, to compute the same with in a job; empty where it is not on the class path
 * @param bench what products can be measured with, in a job
 * @param machine measures what this machine can do at most, in a job; empty where nothing can
 * @param store where a tab keeps what is neither in lessons nor a preference
 * @param models where GPT-2 models come from; empty where there are none
 */
public record TabContext(
    ComputeService compute,
    InspectorModel inspector,
    Navigator navigator,
    FilePrompt files,
    Optional<LinearPeer> torch,
    List<MatmulImpl> bench,
    Optional<MachineBenchmark> machine,
    Store store,
    Optional<ModelShelf> models) {

  /** Copies the list. */
  public TabContext {
    bench = List.copyOf(bench);
  }

  /** Without models. */
  public TabContext(
      ComputeService compute,
      InspectorModel inspector,
      Navigator navigator,
      FilePrompt files,
      Optional<LinearPeer> torch,
      List<MatmulImpl> bench,
      Optional<MachineBenchmark> machine,
      Store store) {
    this(compute, inspector, navigator, files, torch, bench, machine, store, Optional.empty());
  }

  /** Nothing to measure with, and nothing is kept. */
  public TabContext(
      ComputeService compute,
      InspectorModel inspector,
      Navigator navigator,
      FilePrompt files,
      Optional<LinearPeer> torch) {
    this(compute, inspector, navigator, files, torch, List.of(), Optional.empty(), Store.NONE);
  }

  /**
   * A folder of this user for what a tab keeps between starts.
   *
   * @param folder where; need not exist. Empty where nothing is kept, as in snapshots
   * @param disk runs whatever reads or writes there
   */
  public record Store(Optional<Path> folder, Executor disk) {
    /** Keeps nothing. */
    public static final Store NONE = new Store(Optional.empty(), Runnable::run);
  }
}
