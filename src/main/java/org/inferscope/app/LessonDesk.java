package org.inferscope.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.inferscope.app.window.Notice;
import org.inferscope.app.window.OpenTabs;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.AppVersion;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonFile;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.tab.Tab;
import org.jspecify.annotations.Nullable;

/**
 * The lesson on screen: which file it is, whether it has changed, opening and saving. Event thread;
 * files are read and written on the file thread.
 */
final class LessonDesk {
  private final OpenTabs tabs;
  private final Executor files;
  private final Executor events;
  private final Consumer<Notice> notices;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** What was last opened or saved; holds what this version does not know. */
  private Lesson base = Lesson.empty();

  private Map<String, LessonNode> clean;
  private boolean touched;
  private @Nullable Path path;

  /**
   * A desk with a lesson that is not in a file.
   *
   * @param files waits for the disk
   * @param events the event thread
   * @param notices shows what could not be done
   */
  LessonDesk(OpenTabs tabs, Executor files, Executor events, Consumer<Notice> notices) {
    this.tabs = tabs;
    this.files = files;
    this.events = events;
    this.notices = notices;
    this.clean = sections();
    tabs.all().forEach(tab -> tab.lesson().onChange(this::touched));
  }

  /** The file of the lesson, if it has one. */
  Optional<Path> path() {
    return Optional.ofNullable(path);
  }

  /**
   * Whether there is anything that was not saved. Where an animation stands is saved along, but
   * playing it changes nothing that could be lost.
   */
  boolean isDirty() {
    return touched && !sections().equals(clean);
  }

  /** The lesson as it is on screen. */
  Lesson lesson() {
    return base.with(AppVersion.current(), tabs.current().id(), sections());
  }

  /** Calls the listener after each change of the lesson, of its file, and after each save. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void touched() {
    touched = true;
    changed();
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  private Map<String, LessonNode> sections() {
    Map<String, LessonNode> sections = new LinkedHashMap<>();
    for (Tab tab : tabs.all()) {
      sections.put(tab.id(), tab.lesson().write());
    }
    return sections;
  }

  /** Opens a lesson file; a file that cannot be used leaves everything as it was. */
  void open(Path file, Runnable opened) {
    files.execute(
        () -> {
          try {
            Lesson lesson = LessonFile.read(file);
            events.execute(
                () -> {
                  if (show(lesson)) {
                    nowIn(file, lesson, sections());
                    opened.run();
                  }
                });
          } catch (InferscopeException e) {
            events.execute(() -> notices.accept(Notice.error(e.sentence())));
          }
        });
  }

  /** Shows a lesson that is in no file of the person's: one that was kept after a crash. */
  void restore(Lesson lesson) {
    show(lesson);
    changed();
  }

  /** All tabs or none: every section is read before the first is put in force. */
  private boolean show(Lesson lesson) {
    List<Runnable> changes = new ArrayList<>();
    try {
      for (Tab tab : tabs.all()) {
        changes.add(tab.lesson().read(lesson));
      }
    } catch (InferscopeException e) {
      notices.accept(Notice.error(e.sentence()));
      return false;
    }
    base = lesson;
    changes.forEach(Runnable::run);
    lesson.activeTab().flatMap(tabs::find).ifPresent(tabs::select);
    return true;
  }

  /** Saves to a file, which the lesson then belongs to. */
  void save(Path file, Runnable saved) {
    Lesson lesson = lesson();
    Map<String, LessonNode> sections = sections();
    files.execute(
        () -> {
          try {
            LessonFile.write(file, lesson);
            events.execute(
                () -> {
                  nowIn(file, lesson, sections);
                  saved.run();
                });
          } catch (InferscopeException e) {
            events.execute(() -> notices.accept(Notice.error(e.sentence())));
          }
        });
  }

  private void nowIn(Path file, Lesson lesson, Map<String, LessonNode> sections) {
    path = file;
    base = lesson;
    clean = sections;
    touched = !sections().equals(sections);
    changed();
  }
}
