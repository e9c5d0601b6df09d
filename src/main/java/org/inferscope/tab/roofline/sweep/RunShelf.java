package org.inferscope.tab.roofline.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.io.bench.RunFolder;
import org.inferscope.tab.TabContext;

/**
 * The runs that are kept, in memory and in the user's folder. Confined to the thread of {@code
 * events}; the disk is touched on its own.
 */
final class RunShelf {
  private static final String FOLDER = "benchmarks";

  private final Optional<RunFolder> folder;
  private final Executor disk;
  private final Executor events;
  private final Consumer<String> trouble;
  private final Runnable changed;
  private List<KeptRun> runs = List.of();
  private List<String> problems = List.of();
  private boolean opened;

  /**
   * @param events runs what follows from the disk's answers
   * @param trouble hears a sentence when something could not be written
   * @param changed is called after another list has been read
   */
  RunShelf(TabContext.Store store, Executor events, Consumer<String> trouble, Runnable changed) {
    folder = store.folder().map(base -> new RunFolder(base.resolve(FOLDER)));
    disk = store.disk();
    this.events = events;
    this.trouble = trouble;
    this.changed = changed;
  }

  /** Reads what is kept, once. */
  void open() {
    if (opened || folder.isEmpty()) {
      return;
    }
    opened = true;
    RunFolder from = folder.get();
    disk.execute(
        () -> {
          RunFolder.Contents contents = from.load();
          events.execute(() -> opened(contents));
        });
  }

  private void opened(RunFolder.Contents contents) {
    // What has been measured meanwhile is newer than what the disk had.
    List<KeptRun> all = new ArrayList<>(runs);
    contents.runs().stream().filter(run -> indexOf(run) < 0).forEach(all::add);
    set(all);
    problems = contents.problems();
    changed.run();
  }

  /** The runs, the newest first. */
  List<KeptRun> runs() {
    return runs;
  }

  /** A sentence for each file that could not be read. */
  List<String> problems() {
    return problems;
  }

  /** Keeps a run in place of what was kept of it. */
  void keep(KeptRun run) {
    List<KeptRun> all = new ArrayList<>(runs);
    all.removeIf(other -> other.date().equals(run.date()));
    all.add(run);
    set(all);
    folder.ifPresent(
        to ->
            disk.execute(
                () -> {
                  try {
                    to.save(run);
                  } catch (InferscopeException e) {
                    events.execute(() -> trouble.accept(e.sentence()));
                  }
                }));
  }

  /** Forgets a run. */
  void forget(KeptRun run) {
    set(runs.stream().filter(other -> !other.date().equals(run.date())).toList());
    folder.ifPresent(from -> disk.execute(() -> from.delete(run)));
  }

  private int indexOf(KeptRun run) {
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).date().equals(run.date())) {
        return i;
      }
    }
    return -1;
  }

  private void set(List<KeptRun> all) {
    runs =
        all.stream()
            .sorted(Comparator.comparing(KeptRun::date).reversed())
            .limit(RunFolder.MOST)
            .toList();
  }
}
