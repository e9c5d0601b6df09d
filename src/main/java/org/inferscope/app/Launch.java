package org.inferscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.inferscope.app.crash.CrashNet;
import org.inferscope.app.finder.DeviceFinder;
import org.inferscope.app.models.ModelShop;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Preferences;
import org.inferscope.app.prefs.PreferencesFile;
import org.inferscope.app.prefs.Settings;
import org.inferscope.app.prefs.SystemTheme;
import org.inferscope.app.window.CrashDialog;
import org.inferscope.app.window.MainFrame;
import org.inferscope.app.window.Notice;
import org.inferscope.compute.BackendFinder;
import org.inferscope.compute.DeviceState;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.compute.exec.Daemons;
import org.inferscope.compute.exec.FileThread;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.pytorch.PyTorch;
import org.inferscope.io.UserFolders;
import org.inferscope.io.hub.DownloadProgress;
import org.inferscope.io.hub.HubCache;
import org.inferscope.io.hub.HubSettings;
import org.inferscope.io.hub.ModelDownload;
import org.inferscope.io.hub.ModelSource;
import org.inferscope.io.hub.ModelsFolder;
import org.inferscope.io.hub.StopSign;
import org.inferscope.io.pack.GpuPack;
import org.inferscope.io.servers.ServersFile;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Fonts;
import org.jspecify.annotations.Nullable;

/**
 * Starts the program with its window, and ends it. What is not needed for the first picture waits
 * until that is on screen: native libraries, the system's theme, the window's icon, the search for
 * what an earlier run left.
 */
public final class Launch {
  private static final int MEMORY_MILLIS = 2_000;
  private static final int SAVE_MILLIS = 400;

  private final UserFolders folders;
  private final StartTimer timer;
  private final Consumer<Launch> started;
  private final Executor files = new FileThread();
  private final LocalComputeService compute;
  private final Supplier<Optional<DesktopRequests.Desk>> desktop;
  private final PreferencesFile preferences;
  private final SaveTrouble trouble = new SaveTrouble(this::tell);
  private final ModelShop shop;
  private @Nullable KnownServers servers;
  private @Nullable Shell shell;
  private @Nullable MainFrame frame;
  private @Nullable LessonKeeper keeper;
  private @Nullable Registration memory;
  private @Nullable Registration saveSoon;

  private Launch(
      UserFolders folders,
      StartTimer timer,
      Consumer<Launch> started,
      ModelSource source,
      List<BackendFinder> finders,
      Supplier<Optional<DesktopRequests.Desk>> desktop) {
    this.desktop = desktop;
    this.compute = LocalCompute.service(finders);
    this.folders = folders;
    this.timer = timer;
    this.started = started;
    this.preferences = new PreferencesFile(folders.config());
    this.shop =
        new ModelShop(
            source,
            ModelsFolder.of(folders, HubCache.ofThisUser()),
            Daemons.single("inferscope-download"),
            files);
  }

  /** Begins with what any window needs, beside whatever the caller does next. */
  public static void begin() {
    HeadStart.begin();
  }

  /**
   * Opens the window and returns while it is being built.
   *
   * @param folders where this user's files are
   * @param lesson the lesson to open in it, if any
   * @param timer notes the steps of the start
   * @param started called on the event thread once everything is loaded
   */
  public static void open(
      UserFolders folders, Optional<Path> lesson, StartTimer timer, Consumer<Launch> started) {
    HeadStart.beforeTheme();
    open(
        folders,
        lesson,
        timer,
        started,
        TabList::of,
        Launch::download,
        finders(folders),
        DesktopRequests::ofThisSystem);
  }

  private static List<BackendFinder> finders(UserFolders folders) {
    return List.of(DeviceFinder.of(folders));
  }

  /** What the environment says of the hub counts when a download starts. */
  private static Path download(
      ModelSource.Wish wish, Consumer<DownloadProgress> listener, StopSign stop) {
    return new ModelDownload(HubSettings.of(System.getenv())).get(wish, listener, stop);
  }

  static Launch open(
      UserFolders folders,
      Optional<Path> lesson,
      StartTimer timer,
      Consumer<Launch> started,
      Function<TabContext, List<Tab>> tabList,
      ModelSource source,
      List<BackendFinder> finders,
      Supplier<Optional<DesktopRequests.Desk>> desktop) {
    Launch launch = new Launch(folders, timer, started, source, finders, desktop);
    new CrashNet(
            report ->
                Edt.later(() -> CrashDialog.show(launch.frame, report, folders.logs().toString())))
        .install();
    PreferencesFile.Loaded loaded = launch.preferences.load();
    Edt.later(() -> launch.show(loaded, lesson, tabList));
    return launch;
  }

  private void show(
      PreferencesFile.Loaded loaded,
      Optional<Path> lesson,
      Function<TabContext, List<Tab>> tabList) {
    Settings settings = new Settings(loaded.preferences());
    LookKeeper looks =
        new LookKeeper(
            settings,
            () -> {
              timer.reached("theme ready");
              HeadStart.afterTheme();
            });
    KnownServers known = servers(settings);
    servers = known;
    Shell made =
        new Shell(
            new Shell.Ground(
                settings,
                looks,
                compute,
                PyTorch.find(folders.cacheWith("pytorch")),
                LocalBenchmarks.products(folders),
                Optional.of(LocalBenchmarks.machine()),
                Optional.of(folders.data()),
                files,
                Optional.of(shop),
                InstalledModels.of(folders),
                Optional.of(sources(known)),
                () -> quit(settings)),
            tabList);
    MainFrame window =
        made.frame(
            () -> quit(settings),
            () -> looks.askSystem(files, Edt.executor(), SystemTheme::isDark));
    shell = made;
    frame = window;
    made.panel().onFirstPaint(() -> afterFirstPaint(made, settings, loaded.notice(), lesson));
    window.setVisible(true);
    timer.reached("window shown");
  }

  private void afterFirstPaint(
      Shell made, Settings settings, String notice, Optional<Path> lesson) {
    timer.reached("first paint");
    settings.onChange((before, after) -> saveSoon(settings));
    noteNatives();
    files.execute(Fonts::loadOthers);
    PlainProtobuf.prefer();
    compute.prefer(settings.get(Pref.DEVICE));
    compute.start();
    if (servers != null) {
      servers.load();
    }
    memory =
        Edt.every(
            MEMORY_MILLIS, () -> made.panel().status().showMemory(Memory.used(), Memory.most()));
    if (!notice.isEmpty()) {
      made.tell(Notice.warning(notice));
    }
    LessonKeeper keeps = new LessonKeeper(made.desk(), folders.data(), files, made::tell);
    keeper = keeps;
    keeps.offerRecovery();
    lesson.ifPresent(made::openLesson);
    if (frame != null) {
      frame.showIcon();
    }
    desktop.get().ifPresent(desk -> follow(desk, made, settings));
  }

  /**
   * The desktop ends the process when it is told that it can: not before the last file is saved.
   */
  private void follow(DesktopRequests.Desk desk, Shell made, Settings settings) {
    DesktopRequests.follow(
        desk,
        made::openLesson,
        () -> made.actions().get(HelpActions.ABOUT).perform(),
        response -> {
          quit(settings);
          files.execute(response::performQuit);
        });
  }

  /** The servers are kept beside the preferences. */
  private KnownServers servers(Settings settings) {
    return new KnownServers(
        compute,
        id -> {
          settings.set(Pref.DEVICE, id);
          if (shell != null) {
            shell.useDevice(id);
          }
        },
        new ServersFile(folders.config()),
        files,
        sentence -> tell(Notice.warning(sentence)));
  }

  /** Each attempt at a server has a thread of its own, so that none waits for one called off. */
  private ComputeSources sources(KnownServers known) {
    return new ComputeSources(
        known,
        work -> Daemons.thread("inferscope-connect", work).start(),
        new StoredPack(GpuPack.of(folders)),
        Daemons.single("inferscope-pack"));
  }

  /** Ends the start when every device is either ready or known not to work. */
  private void noteNatives() {
    compute.addListener(
        new ServiceListener() {
          private boolean noted;

          @Override
          public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
            boolean settled = all.stream().noneMatch(s -> s.state() == DeviceState.LOADING);
            if (settled && !noted) {
              noted = true;
              timer.reached("natives loaded");
              started.accept(Launch.this);
            }
          }
        });
  }

  /** Does in the window what people do first, and closes it. To be called once it has started. */
  public void rehearse() {
    Shell shown = shell;
    if (shown != null) {
      Rehearsal.begin(shown, () -> quit(shown.settings()));
    }
  }

  private void saveSoon(Settings settings) {
    if (saveSoon == null) {
      saveSoon =
          Edt.after(
              SAVE_MILLIS,
              () -> {
                saveSoon = null;
                save(settings.current());
              });
    }
  }

  private void save(Preferences current) {
    files.execute(() -> trouble.attempt(() -> preferences.save(current)));
  }

  private void tell(Notice notice) {
    if (shell != null) {
      shell.tell(notice);
    }
  }

  /** Leaves what runs to end by itself: the process goes on until the last file is written. */
  private void quit(Settings settings) {
    if (frame != null) {
      settings.set(Pref.WINDOW, Optional.of(frame.place()));
      frame.dispose();
    }
    if (saveSoon != null) {
      saveSoon.close();
    }
    save(settings.current());
    if (memory != null) {
      memory.close();
    }
    if (keeper != null) {
      keeper.close();
    }
    if (shell != null) {
      shell.models().ifPresent(ModelDesk::close);
      shell.devices().close();
    }
    compute.close();
  }
}
