package org.inferscope.tab.gpt2.desk;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.compute.Registration;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.support.TestModels;
import org.inferscope.tab.FilePrompt;
import org.inferscope.tab.ModelShelf;
import org.inferscope.tab.TabContext;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;

/**
 * A presenter with the embedded model, whose jobs and pauses end when told to, on the calling
 * thread; the navigator notes what it is asked to open.
 */
public final class Gpt2Rig implements AutoCloseable {
  public final ManualCompute compute = new ManualCompute();
  public final InspectorModel inspector = new InspectorModel();
  public final List<Intent> opened = new ArrayList<>();
  public final Gpt2Presenter presenter;

  /** Pauses that have not ended. */
  public final Deque<Runnable> pauses = new ArrayDeque<>();

  private final List<Consumer<Path>> downloads = new ArrayList<>();

  /**
   * Opens the embedded model and traces the first prompt.
   *
   * @param folder an empty one, for the model's copy
   */
  public Gpt2Rig(Path folder) {
    this(folder, new NoFiles());
  }

  /** As the other one, with answers for questions about files. */
  public Gpt2Rig(Path folder, FilePrompt files) {
    ModelShelf shelf =
        new ModelShelf(
            TestModels.in(folder),
            () -> {},
            listener -> {
              downloads.add(listener);
              return () -> downloads.remove(listener);
            });
    TabContext context =
        new TabContext(
            compute,
            inspector,
            new Listening(),
            files,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            TabContext.Store.NONE,
            Optional.of(shelf));
    presenter = new Gpt2Presenter(context, this::pause);
    presenter.start();
    settle();
  }

  private Registration pause(int millis, Runnable work) {
    pauses.add(work);
    return () -> pauses.remove(work);
  }

  /** Ends all pauses and runs all jobs, until nothing waits. */
  public void settle() {
    do {
      while (!pauses.isEmpty()) {
        pauses.removeFirst().run();
      }
      compute.runAll();
    } while (!pauses.isEmpty());
  }

  /** The pass that is shown. */
  public Shown shown() {
    return presenter.shown().orElseThrow();
  }

  /** Types a text and waits for its pass. */
  public Shown type(String prompt) {
    presenter.type(prompt);
    settle();
    return shown();
  }

  /** Tells of a downloaded model. */
  public void downloaded(Path folder) {
    List.copyOf(downloads).forEach(each -> each.accept(folder));
  }

  @Override
  public void close() {
    presenter.model().ifPresent(ModelInUse::close);
    settle();
  }

  private final class Listening implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return true;
    }

    @Override
    public void open(Intent intent) {
      opened.add(intent);
    }
  }
}
