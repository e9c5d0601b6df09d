package org.inferscope.app;

import java.awt.Component;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;
import org.inferscope.app.devices.DevicesPresenter;
import org.inferscope.app.models.ModelShop;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Settings;
import org.inferscope.app.window.FileQuestions;
import org.inferscope.app.window.MainFrame;
import org.inferscope.app.window.MainPanel;
import org.inferscope.app.window.Notice;
import org.inferscope.app.window.OpenTabs;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.Registration;
import org.inferscope.compute.bench.MachineBenchmark;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.tab.BenchmarkIntent;
import org.inferscope.tab.ModelShelf;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionRegistry;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.inspector.InspectorPanel;
import org.inferscope.ui.playback.PlaybackModel;
import org.jspecify.annotations.Nullable;

/**
 * The program without its frame: settings, look, tabs, actions and the main panel, joined. {@link
 * Launch} puts a frame around it, {@link Snapshots} a picture. Event thread.
 */
final class Shell {
  private static final String INSPECTOR = "inspector";

  private final Settings settings;
  private final LookKeeper looks;
  private final ComputeService compute;
  private final OpenTabs tabs;
  private final ActionRegistry actions = new ActionRegistry();
  private final FileQuestions questions = new FileQuestions();
  private final Projection projection;
  private final LessonDesk desk;
  private final FileActions fileActions;
  private final Optional<ModelDesk> models;
  private final TabNavigator navigator = new TabNavigator(this::tabs);
  private final ComputeDesk devices;
  private final MainPanel panel;
  private @Nullable MainFrame frame;

  /** What the shell stands on. */
  record Ground(
      Settings settings,
      LookKeeper looks,
      ComputeService compute,
      Optional<LinearPeer> torch,
      List<MatmulImpl> bench,
      Optional<MachineBenchmark> machine,
      Optional<Path> store,
      Executor files,
      Optional<ModelShop> models,
      LocalModels installed,
      Optional<ComputeSources> sources,
      Runnable quit) {}

  Shell(Ground ground, Function<TabContext, List<Tab>> tabList) {
    settings = ground.settings();
    looks = ground.looks();
    compute = ground.compute();
    InspectorModel inspector = new InspectorModel();
    tabs =
        new OpenTabs(
            tabList.apply(
                new TabContext(
                    compute,
                    inspector,
                    navigator,
                    questions,
                    ground.torch(),
                    ground.bench(),
                    ground.machine(),
                    new TabContext.Store(ground.store(), ground.files()),
                    Optional.of(
                        new ModelShelf(
                            ground.installed(), this::getModel, this::onModelDownloaded)))));
    // Made before, as they do without it: whoever reads the fonts has the longer to do so.
    looks.install();
    projection = new Projection(settings, looks);
    desk = new LessonDesk(tabs, ground.files(), Edt.executor(), this::tell);
    models = ground.models().map(shop -> new ModelDesk(shop, new Cards(), this::tell));
    devices = computeDesk(ground.sources());
    fileActions =
        new FileActions(
            desk,
            settings,
            questions,
            file -> ImageExport.write(tabs.current().component(), file, ground.files(), this::tell),
            models.map(ModelDesk::actions).orElse(List.of()),
            ground.quit());
    addActions();
    panel =
        new MainPanel(tabs, actions, List.of(inspectorPanel(inspector)), projection::setDockWidth);
    models.ifPresent(shown -> shown.showOn(panel.status()));
    devices.showOn(panel.status());
    panel.status().showMemory(Memory.used(), Memory.most());
    followSettings();
  }

  private void addActions() {
    actions.add(Texts.get("app.menu.file"), fileActions.all());
    actions.add(Texts.get("app.menu.edit"), new EditActions(tabs).all());
    actions.add(
        Texts.get("app.menu.view"),
        new ViewActions(settings, looks, tabs, projection).all(this::openPalette));
    actions.add(Texts.get("app.menu.compute"), devices.actions());
    TabActions tabActions = new TabActions(tabs, actions);
    tabActions.show();
    actions.add(Texts.get("app.menu.help"), helpActions().all());
    tabs.onChange(
        () -> {
          tabActions.show();
          window().ifPresent(MainFrame::actionsChanged);
        });
    for (Tab tab : tabs.all()) {
      tab.undo().onChange(actions::refresh);
      tab.onPanelWish(this::bringToFront);
    }
  }

  private HelpActions helpActions() {
    return new HelpActions(
        actions,
        () -> {
          boolean shown = projection.isDockOpen() && panel.isPanelShown(MainPanel.GUIDE);
          projection.setDock(!shown);
          panel.selectPanel(MainPanel.GUIDE);
        },
        new Cards());
  }

  /** Cards lie over the window, once there is one. */
  private final class Cards implements CardPlace {
    @Override
    public void open(JComponent card, JComponent focus) {
      window().ifPresent(frame -> frame.open(card, focus));
    }

    @Override
    public void openAbove(Component anchor, JComponent card, JComponent focus) {
      window().ifPresent(frame -> frame.openAbove(anchor, card, focus));
    }

    @Override
    public void close() {
      window().ifPresent(MainFrame::closeOverlay);
    }
  }

  private void getModel() {
    models().ifPresent(ModelDesk::open);
  }

  private Registration onModelDownloaded(Consumer<Path> listener) {
    return models().map(desk -> desk.onFinished(listener)).orElse(() -> {});
  }

  private void openPalette() {
    window().ifPresent(frame -> frame.openPalette(actions));
  }

  private ComputeDesk computeDesk(Optional<ComputeSources> sources) {
    CardPlace cards = new Cards();
    return new ComputeDesk(
        compute,
        new DeviceWishes(),
        sources.map(from -> new ServerDesk(from.servers(), from.waiting(), cards)),
        sources.map(
            from ->
                new PackDesk(from.pack(), from.packThread(), compute::refresh, cards, this::tell)),
        cards,
        this::tell);
  }

  /** What the device menu asks for. */
  private final class DeviceWishes implements DevicesPresenter.Wishes {
    @Override
    public String chosen() {
      return settings.get(Pref.DEVICE);
    }

    @Override
    public void choose(String deviceId) {
      settings.set(Pref.DEVICE, deviceId);
      useDevice(deviceId);
    }

    @Override
    public boolean canBenchmark() {
      return navigator.canOpen(new BenchmarkIntent());
    }

    @Override
    public void benchmark() {
      window().ifPresent(MainFrame::closeOverlay);
      navigator.open(new BenchmarkIntent());
    }
  }

  /** Uses a device from now on, or says why that cannot be. */
  void useDevice(String id) {
    try {
      compute.use(id);
    } catch (InferscopeException e) {
      tell(Notice.warning(e.sentence()));
    }
  }

  /** Comes to the front of the dock by itself when a number is asked about. */
  private SidePanel inspectorPanel(InspectorModel inspector) {
    inspector.onOpen(() -> bringToFront(INSPECTOR));
    return new SidePanel(
        INSPECTOR, Texts.get("inspector.title"), () -> new InspectorPanel(inspector));
  }

  private void bringToFront(String panelId) {
    projection.setDock(true);
    panel.selectPanel(panelId);
  }

  private void followSettings() {
    projection.listen(
        on -> {
          window().ifPresent(frame -> frame.setFullScreen(on));
          panel.setProjector(on);
        },
        () -> {
          panel.setDock(projection.isDockOpen(), projection.dockWidth());
          actions.refresh();
        });
    panel.onNarrow(projection::setNarrow);
    looks.onChange(panel::followLook);
    settings.onChange((before, after) -> showMotion());
    showMotion();
  }

  private void showMotion() {
    for (Tab tab : tabs.all()) {
      tab.playback().ifPresent(this::showMotion);
    }
  }

  private void showMotion(PlaybackModel playback) {
    playback.setReduceMotion(settings.get(Pref.REDUCE_MOTION));
  }

  /** The stage as a whole, which leaves Space and the arrows to the playback. */
  private Component firstFocus() {
    return tabs.current().component();
  }

  private Optional<MainFrame> window() {
    return Optional.ofNullable(frame);
  }

  /** Makes the frame around the panel; it is not shown yet. */
  MainFrame frame(Runnable close, Runnable back) {
    MainFrame made = new MainFrame(panel, actions, this::firstFocus, close, back);
    frame = made;
    questions.belongTo(made);
    desk.onChange(() -> made.showLesson(desk.path(), desk.isDirty()));
    made.place(settings.get(Pref.WINDOW));
    return made;
  }

  void tell(Notice notice) {
    panel.notices().show(notice);
  }

  void openLesson(Path file) {
    fileActions.openFile(file);
  }

  /** Getting models, where that is possible. */
  Optional<ModelDesk> models() {
    return models;
  }

  /** What is shown and done about devices. */
  ComputeDesk devices() {
    return devices;
  }

  MainPanel panel() {
    return panel;
  }

  LessonDesk desk() {
    return desk;
  }

  OpenTabs tabs() {
    return tabs;
  }

  Projection projection() {
    return projection;
  }

  Settings settings() {
    return settings;
  }

  ActionRegistry actions() {
    return actions;
  }
}
