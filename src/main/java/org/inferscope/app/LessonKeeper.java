package org.inferscope.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.inferscope.app.window.Notice;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Registration;
import org.inferscope.io.autosave.Autosave;
import org.inferscope.io.autosave.Recovery;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.text.Texts;
import org.inferscope.ui.edt.Edt;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is on screen, a moment after each change, and offers at the start what an earlier run
 * left unsaved. Event thread; the disk is waited for on the file thread.
 */
final class LessonKeeper {
  private static final int MOMENT_MILLIS = 1_000;

  private final LessonDesk desk;
  private final Autosave autosave;
  private final Executor files;
  private final Consumer<Notice> notices;
  private final SaveTrouble trouble;
  private @Nullable Registration soon;
  private boolean kept;

  /**
   * A keeper that does nothing before the first change.
   *
   * @param dataFolder where to keep lessons
   */
  LessonKeeper(LessonDesk desk, Path dataFolder, Executor files, Consumer<Notice> notices) {
    this.desk = desk;
    this.autosave = new Autosave(dataFolder);
    this.files = files;
    this.notices = notices;
    this.trouble = new SaveTrouble(notices);
    desk.onChange(this::keepSoon);
  }

  private void keepSoon() {
    // A change that is taken back must be taken back on disk as well.
    if (soon == null && (kept || desk.isDirty())) {
      soon = Edt.after(MOMENT_MILLIS, this::keepNow);
    }
  }

  private void keepNow() {
    callOff();
    kept = true;
    Lesson lesson = desk.lesson();
    files.execute(() -> keep(lesson));
  }

  private void keep(Lesson lesson) {
    trouble.attempt(() -> autosave.save(lesson));
  }

  private void callOff() {
    if (soon != null) {
      soon.close();
      soon = null;
    }
  }

  /** Looks for what earlier runs left, and offers it. */
  void offerRecovery() {
    files.execute(
        () -> {
          List<Recovery> left = autosave.pendingRecovery();
          if (!left.isEmpty()) {
            Edt.later(() -> offer(left.get(0)));
          }
        });
  }

  private void offer(Recovery recovery) {
    notices.accept(
        Notice.info(
            Texts.get("app.recovery.offer", timeOf(recovery.savedAt())),
            new Notice.Choice(Texts.get("app.recovery.restore"), () -> restore(recovery)),
            new Notice.Choice(Texts.get("app.recovery.discard"), () -> discard(recovery))));
  }

  private static String timeOf(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(Texts.locale())
        .withZone(ZoneId.systemDefault())
        .format(instant);
  }

  private void restore(Recovery recovery) {
    files.execute(
        () -> {
          try {
            Lesson lesson = recovery.read();
            Edt.later(
                () -> {
                  desk.restore(lesson);
                  keepThenDiscard(recovery);
                });
          } catch (InferscopeException e) {
            Edt.later(() -> notices.accept(Notice.error(e.sentence())));
          }
        });
  }

  /** The old copy goes only once the new one is on disk. */
  private void keepThenDiscard(Recovery recovery) {
    Lesson lesson = desk.lesson();
    files.execute(
        () -> {
          keep(lesson);
          autosave.discard(recovery);
        });
  }

  private void discard(Recovery recovery) {
    files.execute(() -> autosave.discard(recovery));
    offerRecovery();
  }

  /** Ends: what is saved leaves nothing behind, what is not is kept for the next start. */
  void close() {
    callOff();
    if (desk.isDirty()) {
      keepNow();
    } else {
      files.execute(autosave::close);
    }
  }
}
