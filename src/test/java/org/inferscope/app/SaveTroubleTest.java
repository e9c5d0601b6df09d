package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.app.window.Notice;
import org.inferscope.compute.InferscopeException;
import org.inferscope.ui.edt.Edt;
import org.junit.jupiter.api.Test;

class SaveTroubleTest {
  private final List<String> told = new ArrayList<>();
  private final SaveTrouble trouble = new SaveTrouble(this::tell);

  private void tell(Notice notice) {
    told.add(notice.sentence());
  }

  private void fail(String sentence) {
    trouble.attempt(
        () -> {
          throw new InferscopeException(sentence);
        });
  }

  @Test
  void isToldOnceUntilSavingWorksOrTheReasonChanges() {
    fail("full");
    fail("full");
    fail("read-only");
    trouble.attempt(() -> {});
    fail("read-only");
    assertThat(Edt.call(() -> List.copyOf(told))).containsExactly("full", "read-only", "read-only");
  }
}
