package org.inferscope.app;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Preferences;
import org.inferscope.app.prefs.Settings;
import org.inferscope.app.prefs.ThemeChoice;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.io.SafeFile;
import org.inferscope.io.UserFolders;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonFile;
import org.inferscope.tab.Tab;
import org.inferscope.text.Texts;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.SpareFonts;

/** Pictures of the window's content, painted without a display. */
public final class Snapshots {
  /** The word for every tab. */
  public static final String ALL = "all";

  /** So often it is looked whether nothing is computed any more. */
  private static final int CALM = 5;

  private static final int PATIENCE_SECONDS = 20;

  /**
   * What to paint.
   *
   * @param tab the id of a tab, or {@link #ALL}
   * @param dark the dark theme rather than the light one
   * @param pixels size of the picture
   * @param density the screen's pixels for one of the window's, as on a HiDPI screen
   * @param projector whether in projector mode
   * @param lesson what the tabs show; what they open on where there is none
   */
  public record Request(
      String tab,
      boolean dark,
      Dimension pixels,
      double density,
      boolean projector,
      Optional<Path> lesson) {}

  private Snapshots() {}

  /** There is no tab of the name that was asked for; the sentence says which there are. */
  public static final class NoSuchTab extends InferscopeException {
    NoSuchTab(String sentence) {
      super(sentence);
    }
  }

  /**
   * Paints and writes one PNG a tab. Waits until nothing is computed any more; not for the event
   * thread.
   *
   * @param torch PyTorch, if it is there
   * @return the files written
   * @throws NoSuchTab if there is no such tab
   * @throws InferscopeException if the lesson cannot be read or a file not written
   */
  public static List<Path> write(Request request, Path folder, Optional<LinearPeer> torch) {
    SpareFonts.useIfThereAreNone(UserFolders.ofThisUser().cacheWith("fonts"));
    try (LocalComputeService compute = LocalCompute.service()) {
      return write(compute, torch, request, folder);
    }
  }

  private static List<Path> write(
      LocalComputeService compute, Optional<LinearPeer> torch, Request request, Path folder) {
    Optional<Lesson> lesson = request.lesson().map(LessonFile::read);
    Shell shell = Edt.call(() -> shell(compute, torch, request));
    lesson.ifPresent(read -> Edt.call(() -> open(shell, read)));
    List<Tab> tabs = chosen(shell, request.tab());
    Edt.call(() -> show(shell, tabs.get(0), request));
    // Only now that Java has opened its libraries for fonts: JavaCPP looks symbols up with glibc's
    // locks taken the wrong way round, and the two once waited for each other for ever.
    compute.start();
    List<Path> written = new ArrayList<>();
    for (Tab tab : tabs) {
      Edt.call(() -> show(shell, tab, request));
      settle(compute);
      BufferedImage picture = Edt.call(() -> paint(shell, request));
      written.add(write(picture, folder, tab.id(), request));
    }
    return written;
  }

  private static Shell shell(ComputeService compute, Optional<LinearPeer> torch, Request request) {
    Settings settings =
        new Settings(
            Preferences.defaults()
                .with(Pref.THEME, request.dark() ? ThemeChoice.DARK : ThemeChoice.LIGHT));
    LookKeeper looks = new LookKeeper(settings);
    Fonts.loadOthers();
    Shell shell =
        new Shell(
            new Shell.Ground(
                settings,
                looks,
                compute,
                torch,
                LocalBenchmarks.builtIn(),
                Optional.of(LocalBenchmarks.machine()),
                Optional.empty(),
                Runnable::run,
                Optional.empty(),
                InstalledModels.of(UserFolders.ofThisUser()),
                Optional.empty(),
                () -> {}),
            TabList::of);
    if (request.projector()) {
      shell.projection().flip();
    }
    return shell;
  }

  private static boolean open(Shell shell, Lesson lesson) {
    List<Runnable> changes =
        shell.tabs().all().stream().map(tab -> tab.lesson().read(lesson)).toList();
    changes.forEach(Runnable::run);
    return true;
  }

  private static List<Tab> chosen(Shell shell, String name) {
    List<Tab> tabs = shell.tabs().all();
    if (name.equals(ALL)) {
      return tabs;
    }
    return shell
        .tabs()
        .find(name)
        .map(List::of)
        .orElseThrow(
            () ->
                new NoSuchTab(
                    Texts.get(
                        "app.snapshot.noTab",
                        name,
                        tabs.stream().map(Tab::id).collect(Collectors.joining(", ")))));
  }

  private static boolean show(Shell shell, Tab tab, Request request) {
    shell.tabs().select(tab);
    shell
        .panel()
        .setSize(
            (int) Math.round(request.pixels().width / request.density()),
            (int) Math.round(request.pixels().height / request.density()));
    layOut(shell);
    return true;
  }

  /** Twice, because what wraps knows its height only once it has been given a width. */
  private static void layOut(Shell shell) {
    OffScreen.layOut(shell.panel());
    OffScreen.layOut(shell.panel());
  }

  private static BufferedImage paint(Shell shell, Request request) {
    layOut(shell);
    return OffScreen.paint(shell.panel(), request.density());
  }

  /** Waits until nothing is computed any more, also of what a result has led to. */
  static void settle(ComputeService compute) {
    int calm = 0;
    while (calm < CALM) {
      waitForJobs(compute);
      Edt.call(() -> true);
      // A job that has just left the queue and not begun yet is seen neither waiting nor running.
      calm = isSettled(compute) ? calm + 1 : 0;
    }
  }

  /** Waits until all devices are known and no job runs. */
  private static void waitForJobs(ComputeService compute) {
    CountDownLatch settled = new CountDownLatch(1);
    ServiceListener listener =
        new ServiceListener() {
          @Override
          public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
            check();
          }

          @Override
          public void jobsChanged(JobsStatus jobs) {
            check();
          }

          private void check() {
            if (isSettled(compute)) {
              settled.countDown();
            }
          }
        };
    Registration registration = compute.addListener(listener);
    try {
      if (!isSettled(compute) && !settled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new InferscopeException(Texts.get("app.snapshot.busy"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InferscopeException(Texts.get("app.snapshot.busy"), e);
    } finally {
      registration.close();
    }
  }

  private static boolean isSettled(ComputeService compute) {
    boolean known =
        compute.devices().stream().noneMatch(status -> status.state() == DeviceState.LOADING);
    JobsStatus jobs = compute.jobs();
    return known && jobs.running().isEmpty() && jobs.waiting() == 0;
  }

  private static Path write(BufferedImage picture, Path folder, String tab, Request request) {
    String name =
        "%s-%s-%dx%d%s.png"
            .formatted(
                tab,
                request.dark() ? "dark" : "light",
                request.pixels().width,
                request.pixels().height,
                request.projector() ? "-projector" : "");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InferscopeException(
          Texts.get("app.snapshot.noFolder", folder.toString(), "" + e.getMessage()), e);
    }
    Path file = folder.resolve(name);
    SafeFile.write(file, ImageExport.png(picture));
    return file;
  }
}
