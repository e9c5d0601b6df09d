package org.inferscope.app;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.inferscope.app.pack.PackCard;
import org.inferscope.app.pack.PackPresenter;
import org.inferscope.app.pack.PackStore;
import org.inferscope.app.window.Notice;
import org.inferscope.app.window.StatusBar;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.edt.Edt;
import org.jspecify.annotations.Nullable;

/**
 * Joins the GPU pack with the window: the menu's entry, the card, the status bar, and notices of
 * what happens while the card is away. Event thread.
 */
final class PackDesk {
  private final PackPresenter presenter;
  private final CardPlace place;
  private final Consumer<Notice> tell;
  private @Nullable PackCard card;
  private boolean wasRunning;

  /**
   * A desk that has not looked for the pack yet.
   *
   * @param work runs what waits for disk and network, one after the other
   * @param packChanged called once the pack has come or gone
   */
  PackDesk(
      PackStore store,
      Executor work,
      Runnable packChanged,
      CardPlace place,
      Consumer<Notice> tell) {
    this.place = place;
    this.tell = tell;
    presenter = new PackPresenter(store, work, Edt.executor(), packChanged);
  }

  AppAction action() {
    return AppAction.of("compute.pack", Texts.get("gpupack.menu"), this::open)
        .tooltip(Texts.get("gpupack.menuTip"))
        .section("add")
        .build();
  }

  /** Shows the card. */
  void open() {
    PackCard made = new PackCard(presenter, place::close);
    card = made;
    place.open(made, made.focus());
    presenter.look();
  }

  /** Looks for what is there of the pack, which takes a moment. */
  void look() {
    presenter.look();
  }

  /** Whether the pack could be had and is not there, as far as is known. */
  boolean isMissing() {
    return presenter.isMissing();
  }

  /** Calls the listener after each change. */
  void onChange(Runnable listener) {
    presenter.onChange(listener);
  }

  /** Shows a running download in the status bar, and its end where the card does not. */
  void showOn(StatusBar bar) {
    presenter.onChange(
        () -> {
          String percent = "" + (int) Math.floor(100 * presenter.fraction());
          bar.showPack(
              presenter.isRunning() ? Texts.get("gpupack.status", percent) : "",
              Texts.get("gpupack.statusTip"));
          boolean ended = wasRunning && !presenter.isRunning();
          wasRunning = presenter.isRunning();
          if (ended && (card == null || !card.isShowing())) {
            tellEnd();
          }
        });
    bar.onPack(this::open);
  }

  private void tellEnd() {
    if (!presenter.error().isEmpty()) {
      Notice.Choice show = new Notice.Choice(Texts.get("gpupack.show"), this::open);
      tell.accept(
          new Notice(
              Notice.Kind.ERROR,
              Texts.get("gpupack.noticeFailed", presenter.error()),
              List.of(show)));
    } else if (!presenter.done().isEmpty()) {
      tell.accept(Notice.info(presenter.done()));
    }
  }

  /** Ends a download with the program. */
  void close() {
    presenter.close();
  }
}
