package org.inferscope.app.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.inferscope.app.pack.PackFacts.State;
import org.inferscope.app.pack.PackState.Phase;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.StopSign;
import org.junit.jupiter.api.Test;

class PackPresenterTest {
  private static final long ALL = 1_000;

  private final Queue<Runnable> work = new ArrayDeque<>();
  private final AtomicInteger changed = new AtomicInteger();
  private final Disk disk = new Disk();
  private final PackPresenter presenter =
      new PackPresenter(disk, work::add, Runnable::run, changed::incrementAndGet);

  /** A pack that comes as far as a test wants. */
  private static final class Disk implements PackStore {
    private long there;
    private Runnable halfway = () -> {};

    @Override
    public PackFacts look() {
      State state = there == 0 ? State.ABSENT : there < ALL ? State.PART : State.HERE;
      return new PackFacts(state, "/data/gpu", "", there, ALL - there, 0, "");
    }

    @Override
    public void install(Consumer<DownloadProgress> listener, StopSign stop) {
      there = Math.max(there, ALL / 2);
      listener.accept(
          new DownloadProgress(DownloadProgress.Stage.LOADING, "a.jar", there, ALL, 0, 0));
      halfway.run();
      stop.check();
      there = ALL;
    }

    @Override
    public long remove() {
      long freed = there;
      there = 0;
      return freed;
    }
  }

  @Test
  void aDownloadIsPausedTakenUpFinishedAndRemoved() {
    look();
    assertThat(presenter.isMissing()).isTrue();
    disk.halfway =
        () -> {
          assertThat(presenter.fraction()).isEqualTo(0.5);
          assertThat(presenter.isRunning()).isTrue();
          presenter.pause();
          assertThat(presenter.state().phase()).isEqualTo(Phase.PAUSING);
        };
    presenter.install();
    work.remove().run();
    assertThat(presenter.state().phase()).isEqualTo(Phase.RESTING);
    assertThat(presenter.state().facts().state()).isEqualTo(State.PART);
    assertThat(changed).hasValue(0);
    disk.halfway = () -> {};
    presenter.install();
    work.remove().run();
    assertThat(presenter.state().facts().state()).isEqualTo(State.HERE);
    assertThat(presenter.done()).startsWith("The pack is here");
    assertThat(changed).hasValue(1);
    presenter.remove();
    assertThat(work).isEmpty();
    presenter.askToRemove();
    presenter.keep();
    assertThat(presenter.state().phase()).isEqualTo(Phase.RESTING);
    presenter.askToRemove();
    presenter.remove();
    work.remove().run();
    assertThat(presenter.done()).isEqualTo("The pack is removed, and 1 kB are free again.");
    assertThat(presenter.isMissing()).isTrue();
    assertThat(changed).hasValue(2);
  }

  @Test
  void aFailureIsASentenceAndWhatHasComeIsKept() {
    look();
    disk.halfway =
        () -> {
          throw new InferscopeException("The disk is full.");
        };
    presenter.install();
    work.remove().run();
    assertThat(presenter.error()).isEqualTo("The disk is full.");
    assertThat(presenter.isRunning()).isFalse();
    assertThat(presenter.state().facts().there()).isEqualTo(500);
  }

  @Test
  void aDownloadEndsWithTheProgram() {
    look();
    disk.halfway = presenter::close;
    presenter.install();
    work.remove().run();
    assertThat(presenter.state().facts().state()).isEqualTo(State.PART);
  }

  private void look() {
    presenter.look();
    work.remove().run();
  }
}
