package org.inferscope.app;

import java.util.function.Consumer;
import org.inferscope.app.window.Notice;
import org.inferscope.compute.InferscopeException;
import org.inferscope.ui.edt.Edt;

/**
 * Saves in the background, and tells once of what can't be saved: again only once it could be, or
 * for another reason. On the file thread; notices come on the event thread.
 */
final class SaveTrouble {
  private final Consumer<Notice> notices;
  private String told = "";

  SaveTrouble(Consumer<Notice> notices) {
    this.notices = notices;
  }

  void attempt(Runnable save) {
    try {
      save.run();
      told = "";
    } catch (InferscopeException e) {
      if (!told.equals(e.sentence())) {
        told = e.sentence();
        Edt.later(() -> notices.accept(Notice.warning(e.sentence())));
      }
    }
  }
}
