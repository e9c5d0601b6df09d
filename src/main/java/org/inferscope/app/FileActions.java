package org.inferscope.app;

import static org.inferscope.ui.action.Shortcuts.menu;
import static org.inferscope.ui.action.Shortcuts.menuShift;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Settings;
import org.inferscope.app.window.FileQuestions;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** The File menu. */
final class FileActions {
  private static final int RECENT = 8;

  private final LessonDesk desk;
  private final Settings settings;
  private final FileQuestions ask;
  private final Consumer<Path> exportImage;
  private final List<AppAction> models;
  private final Runnable quit;

  /**
   * What can be done with files.
   *
   * @param ask asks for the names of files
   * @param exportImage writes a picture of the stage
   * @param models what gets models from elsewhere
   * @param quit ends the program
   */
  FileActions(
      LessonDesk desk,
      Settings settings,
      FileQuestions ask,
      Consumer<Path> exportImage,
      List<AppAction> models,
      Runnable quit) {
    this.desk = desk;
    this.settings = settings;
    this.ask = ask;
    this.exportImage = exportImage;
    this.models = List.copyOf(models);
    this.quit = quit;
  }

  List<AppAction> all() {
    List<AppAction> actions = new ArrayList<>();
    actions.add(
        AppAction.of("file.open", Texts.get("app.file.open"), this::open)
            .keys(menu(KeyEvent.VK_O))
            .icon("open")
            .build());
    for (int i = 0; i < RECENT; i++) {
      actions.add(recent(i));
    }
    actions.add(
        AppAction.of("file.save", Texts.get("app.file.save"), this::save)
            .keys(menu(KeyEvent.VK_S))
            .icon("save")
            .section("save")
            .build());
    actions.add(
        AppAction.of("file.saveAs", Texts.get("app.file.saveAs"), this::saveAs)
            .keys(menuShift(KeyEvent.VK_S))
            .section("save")
            .build());
    actions.add(
        AppAction.of("file.export", Texts.get("app.file.export"), this::export)
            .keys(menu(KeyEvent.VK_E))
            .icon("image")
            .section("export")
            .build());
    actions.addAll(models);
    actions.add(
        AppAction.of("file.quit", Texts.get("app.file.quit"), quit)
            .keys(menu(KeyEvent.VK_Q))
            .section("quit")
            .build());
    return actions;
  }

  private AppAction recent(int index) {
    return AppAction.of(
            "file.recent" + index,
            () -> recentPath(index).map(path -> "" + path.getFileName()).orElse(""),
            () -> recentPath(index).ifPresent(this::openFile))
        .submenu(Texts.get("app.file.recent"))
        .when(() -> recentPath(index).isPresent())
        .build();
  }

  private Optional<Path> recentPath(int index) {
    List<String> recent = settings.get(Pref.RECENT);
    return index < recent.size() ? Optional.of(Path.of(recent.get(index))) : Optional.empty();
  }

  private void open() {
    ask.lessonToOpen(desk.path()).ifPresent(this::openFile);
  }

  void openFile(Path file) {
    desk.open(file, () -> remember(file));
  }

  private void save() {
    desk.path().ifPresentOrElse(this::saveTo, this::saveAs);
  }

  private void saveAs() {
    ask.lessonToSave(desk.path()).ifPresent(this::saveTo);
  }

  private void saveTo(Path file) {
    desk.save(file, () -> remember(file));
  }

  private void export() {
    ask.imageToSave().ifPresent(exportImage);
  }

  private void remember(Path file) {
    List<String> recent = new ArrayList<>(settings.get(Pref.RECENT));
    String path = file.toAbsolutePath().toString();
    recent.remove(path);
    recent.add(0, path);
    recent.removeIf(old -> !old.equals(path) && !Files.exists(Path.of(old)));
    settings.set(Pref.RECENT, List.copyOf(recent));
  }
}
