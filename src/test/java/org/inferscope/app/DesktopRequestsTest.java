package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DesktopRequestsTest {
  private final List<String> done = new ArrayList<>();

  private void follow(DesktopRequests.Desk desk) {
    DesktopRequests.follow(
        desk,
        path -> done.add("open " + path.getFileName()),
        () -> done.add("about"),
        response -> {
          done.add("quit");
          response.performQuit();
        });
  }

  @Test
  void filesAreOpenedOneAfterTheOther() {
    FakeDesk desk = new FakeDesk();
    follow(desk);
    desk.askToOpen(Path.of("a.inferscope").toFile(), new File("b.inferscope"));
    assertThat(done).containsExactly("open a.inferscope", "open b.inferscope");
  }

  @Test
  void aboutAndQuitComeFromTheDesktopsMenu() throws InterruptedException {
    FakeDesk desk = new FakeDesk();
    follow(desk);
    desk.askAbout();
    desk.askToQuit();
    desk.awaitEnd();
    assertThat(done).containsExactly("about", "quit");
  }

  @Test
  void aDesktopThatAsksNothingIsLeftAlone() {
    FakeDesk desk = new FakeDesk(Set.of());
    follow(desk);
    assertThat(desk.isFollowed()).isFalse();
  }
}
