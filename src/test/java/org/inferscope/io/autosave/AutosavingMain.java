package org.inferscope.io.autosave;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.inferscope.io.lesson.Lesson;

/** An instance that saves a lesson and then waits to be killed. */
final class AutosavingMain {
  static final String SAVED = "saved";

  private AutosavingMain() {}

  /** Arguments: the data folder, and the tab the lesson has in front. */
  public static void main(String[] args) throws InterruptedException {
    try (Autosave autosave = new Autosave(Path.of(args[0]))) {
      autosave.save(Lesson.empty().with("1.0.0", args[1], Map.of()));
      System.out.println(SAVED);
      new CountDownLatch(1).await();
    }
  }
}
