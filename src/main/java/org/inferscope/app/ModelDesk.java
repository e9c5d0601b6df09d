package org.inferscope.app;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.inferscope.app.models.GetModelCard;
import org.inferscope.app.models.GetModelPresenter;
import org.inferscope.app.models.ModelShop;
import org.inferscope.app.window.Notice;
import org.inferscope.app.window.StatusBar;
import org.inferscope.compute.Registration;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.edt.Edt;
import org.jspecify.annotations.Nullable;

/**
 * Joins the download of models with the window: the menu's entry, the card, the status bar, and
 * notices of what happens while the card is away. Event thread.
 */
final class ModelDesk {
  private final ModelShop shop;
  private final GetModelPresenter presenter;
  private final CardPlace place;
  private final Consumer<Notice> tell;
  private @Nullable GetModelCard card;
  private boolean wasRunning;

  ModelDesk(ModelShop shop, CardPlace place, Consumer<Notice> tell) {
    this.shop = shop;
    this.place = place;
    this.tell = tell;
    presenter = new GetModelPresenter(shop, Edt.executor());
  }

  List<AppAction> actions() {
    return List.of(
        AppAction.of("file.getModel", Texts.get("models.menu"), this::open)
            .tooltip(Texts.get("models.menuTip"))
            .section("models")
            .build());
  }

  /** Calls the listener with the folder of each model that was downloaded. */
  Registration onFinished(Consumer<Path> listener) {
    return presenter.onFinished(listener);
  }

  /** Shows the card. */
  void open() {
    GetModelCard made = new GetModelCard(presenter, this::openFolder, place::close);
    card = made;
    place.open(made, made.focus());
    presenter.look();
  }

  /** Shows a running download in the status bar, and its end where the card does not. */
  void showOn(StatusBar bar) {
    bar.onDownload(this::open);
    presenter.onChange(
        () -> {
          bar.showDownload(words(), Texts.get("models.statusTip"));
          boolean ended = wasRunning && !presenter.isRunning();
          wasRunning = presenter.isRunning();
          if (ended && !isCardShown()) {
            tellEnd();
          }
        });
  }

  private String words() {
    String percent = "" + (int) Math.floor(100 * presenter.fraction());
    return presenter.isRunning() ? Texts.get("models.status", presenter.name(), percent) : "";
  }

  private boolean isCardShown() {
    return card != null && card.isShowing();
  }

  private void tellEnd() {
    if (!presenter.error().isEmpty()) {
      String sentence = Texts.get("models.noticeFailed", presenter.name(), presenter.error());
      Notice.Choice show = new Notice.Choice(Texts.get("models.show"), this::open);
      tell.accept(new Notice(Notice.Kind.ERROR, sentence, List.of(show)));
    } else if (presenter.isDone()) {
      tell.accept(Notice.info(Texts.get("models.noticeDone", presenter.name())));
    }
  }

  private void openFolder(Path folder) {
    shop.files()
        .execute(
            () -> {
              if (!isOpened(folder)) {
                String sentence = Texts.get("models.noOpener", folder.toString());
                Edt.later(() -> tell.accept(Notice.warning(sentence)));
              }
            });
  }

  private static boolean isOpened(Path folder) {
    try {
      if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
        Desktop.getDesktop().open(folder.toFile());
        return true;
      }
      return false;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Ends a download with the program. */
  void close() {
    presenter.close();
  }
}
