package org.inferscope.tab.roofline.sweep;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.Job;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Progress;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.io.bench.FreeMemory;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.model.roofline.MeasuredPoint;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.Selection;
import org.inferscope.tab.roofline.desk.SweepPlan;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Plans and measures products, keeps what has been measured, and tells the tab about it. Confined
 * to the thread that the compute service calls back on.
 */
public final class SweepPresenter {
  private final RooflinePresenter desk;
  private final SweepWork.Clocks clocks;
  private final Supplier<FreeMemory> memory;
  private final Executor events;
  private final RunShelf shelf;
  private final List<Runnable> listeners = new ArrayList<>();

  private String typed;
  private SizeList read;
  private Map<String, String> obstacles;

  /** The service's stand-in while others are loaded; its loops are measured as what they are. */
  private static final String FALLBACK = "reference";

  private List<Candidate> candidates = List.of();
  private @Nullable Job<KeptRun> job;
  private Progress progress = Progress.NONE;
  private Optional<KeptRun> run = Optional.empty();
  private Optional<KeptRun> compared = Optional.empty();
  private Notice notice = Notice.NONE;

  /**
   * What is to be said.
   *
   * @param text the sentences, each on a line of its own; empty where there is nothing to say
   * @param isError whether something went wrong
   */
  public record Notice(String text, boolean isError) {
    static final Notice NONE = new Notice("", false);
  }

  /**
   * A presenter with nothing measured.
   *
   * @param events runs what follows from reading and writing files: the event thread in the app
   */
  public SweepPresenter(RooflinePresenter desk, Executor events) {
    this(desk, events, new SweepWork.Clocks(Clock.systemUTC(), System::nanoTime), FreeMemory::now);
  }

  SweepPresenter(
      RooflinePresenter desk,
      Executor events,
      SweepWork.Clocks clocks,
      Supplier<FreeMemory> memory) {
    this.desk = desk;
    this.events = events;
    this.clocks = clocks;
    this.memory = memory;
    shelf =
        new RunShelf(
            desk.context().store(), events, text -> say(new Notice(text, true)), this::loaded);
    typed = SizeList.text(desk.state().sweep().sizes());
    read = SizeList.parse(typed);
    obstacles = obstacles();
    findCandidates();
    desk.listen(this::deskChanged);
    desk.context()
        .compute()
        .addListener(
            new ServiceListener() {
              @Override
              public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
                findCandidates();
                changed();
              }
            });
  }

  /** Reads what is kept of earlier runs, once; called when the view is made. */
  public void open() {
    shelf.open();
  }

  /** Calls the listener after each change, here or in the tab, until the registration is closed. */
  public Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void changed() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** What the views share. */
  public RooflinePresenter desk() {
    return desk;
  }

  /** Undo, a lesson or another view has changed the state: the sizes as typed follow it. */
  private void deskChanged() {
    List<MatmulSize> sizes = desk.state().sweep().sizes();
    if (read.isGood() && !read.sizes().equals(sizes)) {
      typed = SizeList.text(sizes);
      read = SizeList.parse(typed);
    }
    findCandidates();
    changed();
  }

  /** Asked for only now and then: an implementation may look into files. */
  private Map<String, String> obstacles() {
    Map<String, String> all = new HashMap<>();
    for (MatmulImpl impl : desk.context().bench()) {
      impl.obstacle().ifPresent(why -> all.put(impl.id(), why));
    }
    return all;
  }

  private void findCandidates() {
    List<String> left = desk.state().sweep().left();
    candidates =
        measurable().stream()
            .map(
                impl ->
                    new Candidate(
                        impl,
                        !left.contains(impl.id()),
                        Optional.ofNullable(obstacles.get(impl.id()))))
            .toList();
  }

  /** What the app can measure, and the device in use where that is none of it. */
  private List<MatmulImpl> measurable() {
    List<MatmulImpl> all = new ArrayList<>(desk.context().bench());
    Device inUse = desk.context().compute().active().device();
    boolean among = all.stream().anyMatch(impl -> impl.id().equals(inUse.id()));
    if (!all.isEmpty() && !among && !inUse.id().equals(FALLBACK)) {
      all.add(new DeviceInUse(inUse));
    }
    return all;
  }

  /** The sizes as they were typed. */
  public String typed() {
    return typed;
  }

  /** A sentence for each typed entry that is no size; the last good sizes stay in force. */
  public List<String> sizeProblems() {
    return read.problems();
  }

  /** Takes over what has been typed, each time it changes. */
  public void type(String text) {
    if (text.equals(typed)) {
      return;
    }
    typed = text;
    read = SizeList.parse(text);
    SweepPlan now = desk.state().sweep();
    if (read.isGood() && !read.sizes().equals(now.sizes())) {
      desk.change(
          state -> state.with(new SweepPlan(read.sizes(), now.left())),
          Texts.get("rooflinesweep.step.sizes"),
          "sweep.sizes");
    } else {
      changed();
    }
  }

  /** Puts the sizes in force in place of what has been typed. */
  public void forgetTyped() {
    type(SizeList.text(desk.state().sweep().sizes()));
  }

  /** Everything that may be measured, here or not. */
  List<Candidate> candidates() {
    return candidates;
  }

  /** Takes an implementation in or leaves it out. */
  public void choose(String impl, boolean in) {
    SweepPlan now = desk.state().sweep();
    List<String> left = new ArrayList<>(now.left());
    left.remove(impl);
    if (!in) {
      left.add(impl);
    }
    desk.change(
        state -> state.with(new SweepPlan(now.sizes(), left)),
        Texts.get("rooflinesweep.step.impls"),
        null);
  }

  private List<MatmulImpl> chosen() {
    return candidates.stream().filter(Candidate::isIn).map(Candidate::impl).toList();
  }

  /** How many measurements the plan has. */
  public int measurements() {
    return desk.state().sweep().sizes().size() * chosen().size();
  }

  /** About how long they take, in words. */
  public String guess() {
    return TimeGuess.words(newGuess().seconds(desk.state().sweep().sizes(), chosen()));
  }

  private TimeGuess newGuess() {
    TimeGuess guess = new TimeGuess(SweepWork.PLAN);
    run.or(() -> shelf.runs().stream().findFirst())
        .ifPresent(last -> last.results().forEach(guess::learn));
    return guess;
  }

  /** Whether a run is waiting or under way. */
  public boolean isRunning() {
    return job != null;
  }

  /** Whether there is a plan that can be measured now. */
  public boolean canStart() {
    return !isRunning() && read.isGood() && measurements() > 0;
  }

  /** How far the run is. */
  public Progress progress() {
    return progress;
  }

  /** Measures the plan, unless a run is under way or a size does not fit. */
  public void start() {
    if (canStart()) {
      start(new SweepOrder(Optional.empty(), desk.state().sweep().sizes(), chosen()));
    }
  }

  /** Whether a point of the shown run can be measured again. */
  public boolean canRerun(String impl) {
    return !isRunning() && run.isPresent() && usable(impl).isPresent();
  }

  private Optional<MatmulImpl> usable(String impl) {
    return candidates.stream()
        .filter(each -> each.obstacle().isEmpty() && each.impl().id().equals(impl))
        .map(Candidate::impl)
        .findFirst();
  }

  /** Measures one point of the shown run again. */
  public void rerun(String impl, MatmulSize size) {
    rerun(impl, List.of(size));
  }

  /** Measures all points of an implementation in the shown run again. */
  public void rerun(String impl) {
    rerun(
        impl,
        run.stream()
            .flatMap(shown -> shown.results().stream())
            .filter(result -> result.impl().equals(impl))
            .map(KeptResult::size)
            .toList());
  }

  private void rerun(String impl, List<MatmulSize> sizes) {
    if (canRerun(impl)) {
      start(new SweepOrder(run, sizes, usable(impl).stream().toList()));
    }
  }

  private void start(SweepOrder order) {
    FreeMemory free = memory.get();
    List<String> tooLarge =
        order.sizes().stream()
            .filter(size -> size.memory() > free.least())
            .map(size -> tooLarge(size, free))
            .toList();
    if (!tooLarge.isEmpty()) {
      say(new Notice(String.join("\n", tooLarge), true));
      return;
    }
    notice = Notice.NONE;
    progress = Progress.NONE;
    AtomicReference<@Nullable KeptRun> soFar = new AtomicReference<>();
    job =
        desk.context()
            .compute()
            .submit(
                new JobRequest<>(
                    Texts.get("rooflinesweep.job"),
                    new SweepWork(order, soFar, clocks, newGuess())),
                new Watch(order, soFar));
    changed();
  }

  private static String tooLarge(MatmulSize size, FreeMemory free) {
    return Texts.get(
        "rooflinesweep.tooLarge",
        SizeList.label(size),
        Numbers.bytes(size.memory()),
        Numbers.bytes((double) free.least()));
  }

  /** Ends the run, if there is one; what it has measured stays. */
  public void cancel() {
    Job<KeptRun> current = job;
    if (current != null) {
      current.cancel();
    }
  }

  /** What is to be said. */
  public Notice notice() {
    return notice;
  }

  void say(Notice words) {
    notice = words;
    changed();
  }

  /** The run that is shown, complete or not; empty before there is any. */
  public Optional<KeptRun> run() {
    return run;
  }

  /** All runs that are kept, the newest first. */
  public List<KeptRun> kept() {
    return shelf.runs();
  }

  /** A sentence for each kept file that could not be read. */
  public List<String> keptProblems() {
    return shelf.problems();
  }

  /** Shows a kept run, unless one is being measured. */
  public void show(KeptRun kept) {
    if (!isRunning()) {
      notice = Notice.NONE;
      take(kept);
    }
  }

  /**
   * Forgets a kept run; where it is shown or compared with, the next one or none takes its place.
   */
  public void delete(KeptRun kept) {
    shelf.forget(kept);
    if (isSame(compared, kept)) {
      compared = Optional.empty();
    }
    if (isSame(run, kept) && !isRunning()) {
      run = shelf.runs().stream().findFirst();
      publish();
    }
    changed();
  }

  /** The run that the shown one is held against; never the shown one itself. */
  public Optional<KeptRun> compared() {
    return compared.filter(other -> !isSame(run, other));
  }

  /** Holds the shown run against another, or against none. */
  public void compare(Optional<KeptRun> with) {
    compared = with;
    changed();
  }

  private static boolean isSame(Optional<KeptRun> one, KeptRun other) {
    return one.filter(each -> each.date().equals(other.date())).isPresent();
  }

  /** The measured product that is selected, if it is in the shown run. */
  public Optional<KeptResult> selected() {
    return desk.state().selection() instanceof Selection.OfMeasured one
        ? run.flatMap(shown -> shown.of(one.impl(), one.size()))
        : Optional.empty();
  }

  /** Lights a product in all views. */
  public void select(KeptResult result) {
    desk.select(new Selection.OfMeasured(result.impl(), result.size()));
  }

  /** Runs what follows from writing a file. */
  Executor events() {
    return events;
  }

  private void loaded() {
    if (run.isEmpty() && !isRunning() && !shelf.runs().isEmpty()) {
      run = Optional.of(shelf.runs().get(0));
      publish();
    }
    changed();
  }

  private void take(KeptRun latest) {
    run = Optional.of(latest);
    publish();
    changed();
  }

  /** Tells the other views what has been measured. */
  private void publish() {
    List<MeasuredPoint> points = run.map(KeptRun::points).orElse(List.of());
    if (!points.equals(desk.measured())) {
      desk.setMeasured(points);
    }
  }

  /** Follows one run. */
  private final class Watch implements JobListener<KeptRun> {
    private final List<KeptResult> before;
    private final AtomicReference<@Nullable KeptRun> soFar;

    Watch(SweepOrder order, AtomicReference<@Nullable KeptRun> soFar) {
      before = order.base().map(KeptRun::results).orElse(List.of());
      this.soFar = soFar;
    }

    @Override
    public void progressed(Progress now) {
      progress = now;
      takeOver();
      changed();
    }

    @Override
    public void finished(Outcome<KeptRun> outcome) {
      job = null;
      obstacles = obstacles();
      findCandidates();
      takeOver();
      KeptRun measured = soFar.get();
      if (measured != null) {
        shelf.keep(measured);
      }
      if (outcome instanceof Outcome.Failed<KeptRun> failed) {
        notice = new Notice(failed.error().sentence(), true);
      } else if (outcome instanceof Outcome.Cancelled<KeptRun>) {
        notice = new Notice(Texts.get("rooflinesweep.cancelled"), false);
      }
      changed();
    }

    /** Before the first result the last run stays in sight. */
    private void takeOver() {
      KeptRun latest = soFar.get();
      if (latest != null && !latest.equals(run.orElse(null))) {
        run = Optional.of(latest);
        sayFailures(latest);
        publish();
      }
    }

    private void sayFailures(KeptRun latest) {
      Set<String> sentences = new LinkedHashSet<>();
      for (KeptResult result : latest.results()) {
        if (result.result() instanceof MatmulResult.Failed failed && !before.contains(result)) {
          sentences.add(Texts.get("rooflinesweep.failed", result.name(), failed.sentence()));
        }
      }
      if (!sentences.isEmpty()) {
        notice = new Notice(String.join("\n", sentences), true);
      }
    }
  }
}
