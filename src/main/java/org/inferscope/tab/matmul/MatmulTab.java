package org.inferscope.tab.matmul;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.inferscope.compute.Registration;
import org.inferscope.model.matmul.Factors;
import org.inferscope.tab.Captions;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.LessonSection;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.UndoControl;

/** The Matmul tab, as the app sees it. Event thread. */
public final class MatmulTab implements Tab {
  private final MatmulPresenter presenter;
  private final MatmulCodec codec = new MatmulCodec();
  private final Lazy<MatmulView> view;
  private final Lazy<List<SidePanel>> panels;
  private final Lazy<List<AppAction>> actions;
  private final Captions captions;

  /** A tab that runs its jobs and shows its explanations through the app. */
  public MatmulTab(TabContext context) {
    presenter =
        new MatmulPresenter(
            context.compute(),
            context.inspector(),
            () -> ThreadLocalRandom.current().nextInt(100_000));
    captions = new Captions(presenter::narration);
    presenter.listen(captions::refresh);
    presenter.playback().listen(captions::refresh);
    view = new Lazy<>(() -> new MatmulView(presenter));
    panels =
        new Lazy<>(
            () ->
                List.of(
                    new SidePanel(
                        "matmul.steps",
                        Texts.get("matmul.steps.title"),
                        () -> SidePanels.steps(presenter)),
                    new SidePanel(
                        "matmul.cost",
                        Texts.get("matmul.cost.title"),
                        () -> SidePanels.cost(presenter))));
    actions = new Lazy<>(() -> MatmulActions.of(presenter));
  }

  @Override
  public String id() {
    return MatmulCodec.ID;
  }

  @Override
  public String title() {
    return Texts.get("matmul.title");
  }

  @Override
  public String guideResource() {
    return "/org/inferscope/tab/matmul/guide.html";
  }

  @Override
  public JComponent component() {
    return view.get();
  }

  @Override
  public List<SidePanel> sidePanels() {
    return panels.get();
  }

  @Override
  public List<AppAction> actions() {
    return actions.get();
  }

  @Override
  public Optional<PlaybackModel> playback() {
    return Optional.of(presenter.playback());
  }

  @Override
  public String caption() {
    return captions.caption();
  }

  @Override
  public Registration onCaption(Consumer<String> listener) {
    return captions.listen(listener);
  }

  @Override
  public UndoControl undo() {
    return presenter.history();
  }

  @Override
  public LessonSection lesson() {
    return LessonSection.placed(presenter.history(), codec, presenter::withPlace, presenter::open);
  }

  /** Takes a product of matrices that are small enough to be shown number by number. */
  @Override
  public boolean accepts(Intent intent) {
    return intent instanceof MultiplyIntent product && product.isSmall();
  }

  @Override
  public void take(Intent intent) {
    if (!(intent instanceof MultiplyIntent product) || !product.isSmall()) {
      throw new IllegalArgumentException("intent must be a small product, was " + intent);
    }
    presenter.open(new Factors(product.a(), product.b()));
  }
}
