package org.inferscope.tab.roofline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.inferscope.compute.Registration;
import org.inferscope.model.roofline.Formats;
import org.inferscope.tab.BenchmarkIntent;
import org.inferscope.tab.Captions;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.LessonSection;
import org.inferscope.tab.RooflineIntent;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.TransformerIntent;
import org.inferscope.tab.roofline.desk.RooflineCodec;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.tab.roofline.desk.Selection;
import org.inferscope.tab.roofline.desk.Walk;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.UndoControl;

/** The Roofline tab, as the app sees it. Event thread. */
public final class RooflineTab implements Tab {
  private final RooflinePresenter presenter;
  private final Captions captions;
  private final List<Consumer<String>> panelListeners = new ArrayList<>();
  private final RooflineCodec codec = new RooflineCodec();
  private final Lazy<RooflineView> view;
  private final Lazy<List<SidePanel>> panels;
  private final Lazy<List<AppAction>> actions;

  /** A tab that runs its jobs, shows its explanations and opens other tabs through the app. */
  public RooflineTab(TabContext context) {
    presenter = new RooflinePresenter(context);
    captions = new Captions(() -> Narrator.say(presenter));
    presenter.listen(captions::refresh);
    Lazy<Parts> parts = new Lazy<>(this::parts);
    view = new Lazy<>(() -> new RooflineView(presenter, parts.get()));
    panels = new Lazy<>(() -> parts.get().panels());
    actions = new Lazy<>(() -> parts.get().actions());
  }

  private Parts parts() {
    Parts parts = Parts.of(presenter);
    parts
        .roof()
        .onPanelWish(panel -> List.copyOf(panelListeners).forEach(each -> each.accept(panel)));
    return parts;
  }

  @Override
  public String id() {
    return RooflineCodec.ID;
  }

  @Override
  public String title() {
    return Texts.get("roofline.title");
  }

  @Override
  public String guideResource() {
    return "/org/inferscope/tab/roofline/guide.html";
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
  public Registration onPanelWish(Consumer<String> listener) {
    panelListeners.add(listener);
    return () -> panelListeners.remove(listener);
  }

  @Override
  public List<AppAction> actions() {
    return actions.get();
  }

  @Override
  public Optional<PlaybackModel> playback() {
    return Optional.empty();
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
    return LessonSection.of(presenter.history(), codec, Texts.get("roofline.step.lesson"));
  }

  @Override
  public boolean accepts(Intent intent) {
    return intent instanceof TransformerIntent
        || intent instanceof BenchmarkIntent
        || (intent instanceof RooflineIntent shown && shown.isInRange());
  }

  @Override
  public void take(Intent intent) {
    if (!accepts(intent)) {
      throw new IllegalArgumentException(id() + " does not take " + intent);
    }
    presenter.change(state -> shown(state, intent), Texts.get("roofline.step.show"), null);
  }

  private static RooflineState shown(RooflineState state, Intent intent) {
    if (intent instanceof BenchmarkIntent) {
      return state.with(View.BENCHMARK);
    }
    return intent instanceof RooflineIntent product
        ? shown(state, product)
        : shown(state, (TransformerIntent) intent);
  }

  private static RooflineState shown(RooflineState state, RooflineIntent product) {
    return state
        .with(View.ROOFLINE)
        .with(Formats.of(product.format()))
        .with(new Walk(product.batch(), product.k(), product.n()))
        .with(new Selection.OfWalk());
  }

  private static RooflineState shown(RooflineState state, TransformerIntent transformer) {
    return state
        .with(View.LAYER)
        .with(Formats.of(transformer.format()))
        .with(transformer.spec())
        .with(transformer.work())
        .with(Selection.NOTHING);
  }
}
