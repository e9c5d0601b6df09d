package org.inferscope.app;

import java.awt.Desktop.Action;
import java.awt.desktop.QuitResponse;
import java.io.File;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A desktop that asks what a test tells it to; by default it can ask everything. */
final class FakeDesk implements DesktopRequests.Desk, QuitResponse {
  private final Set<Action> can;
  private final CountDownLatch ended = new CountDownLatch(1);
  private Consumer<List<File>> open;
  private Runnable about;
  private Consumer<QuitResponse> quit;
  private Runnable look = () -> {};

  FakeDesk() {
    this(EnumSet.allOf(Action.class));
  }

  FakeDesk(Set<Action> can) {
    this.can = can;
  }

  boolean isFollowed() {
    return open != null || about != null || quit != null;
  }

  void askToOpen(File... files) {
    open.accept(List.of(files));
  }

  void askAbout() {
    about.run();
  }

  void askToQuit() {
    quit.accept(this);
  }

  /** Looks around at the moment when the program says that the process can end. */
  void atTheEnd(Runnable look) {
    this.look = look;
  }

  /** Returns once the program has said that the process can end. */
  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  @Override
  public boolean supports(Action action) {
    return can.contains(action);
  }

  @Override
  public void onOpen(Consumer<List<File>> handler) {
    open = handler;
  }

  @Override
  public void onAbout(Runnable handler) {
    about = handler;
  }

  @Override
  public void onQuit(Consumer<QuitResponse> handler) {
    quit = handler;
  }

  @Override
  public void performQuit() {
    look.run();
    ended.countDown();
  }

  @Override
  public void cancelQuit() {
    throw new AssertionError("quitting is never called off");
  }
}
