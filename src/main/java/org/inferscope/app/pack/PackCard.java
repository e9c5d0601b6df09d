package org.inferscope.app.pack;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.inferscope.app.card.CardFrame;
import org.inferscope.app.card.ProblemRow;
import org.inferscope.app.pack.PackState.Phase;
import org.inferscope.compute.Registration;
import org.inferscope.io.hub.ProgressWords;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;

/** The card of the GPU pack. Follows its presenter while it is shown. Event thread. */
public final class PackCard extends CardFrame {
  private static final int FULL = 1000;

  private final transient PackPresenter presenter;
  private final Paragraph sizes = new Paragraph("");
  private final Paragraph folder = Paragraph.muted("");
  private final JProgressBar bar = new JProgressBar(0, FULL);
  private final Paragraph words = Paragraph.muted("");
  private final ProblemRow problem = new ProblemRow("gpupack.error");
  private final JButton start = button("gpupack.start", "");
  private final JButton pause = button("gpupack.pause", Texts.get("gpupack.pause"));
  private final JButton remove = button("gpupack.remove", Texts.get("gpupack.remove"));
  private final JButton reallyRemove =
      button("gpupack.remove.yes", Texts.get("gpupack.remove.yes"));
  private final JButton keep = button("gpupack.remove.no", Texts.get("gpupack.remove.no"));
  private final JButton close = button("gpupack.close", "");

  /**
   * The card.
   *
   * @param close takes the card away
   */
  public PackCard(PackPresenter presenter, Runnable close) {
    super(
        "gpupack.card",
        new MigLayout("insets 20 24 16 24, gap 12, wrap, hidemode 3", "[grow,fill,480:560]"));
    this.presenter = presenter;
    build();
    listen(close);
    refresh();
  }

  private void build() {
    add(title(Texts.get("gpupack.title")));
    add(Paragraph.muted(Texts.get("gpupack.intro")), "wmin 0");
    sizes.setName("gpupack.sizes");
    sizes.putClientProperty(FlatClientProperties.STYLE, "margin: 0,0,0,0");
    add(sizes, "wmin 0");
    add(folder, "wmin 0");
    bar.setName("gpupack.bar");
    bar.getAccessibleContext().setAccessibleName(Texts.get("gpupack.progress"));
    add(bar, "gaptop 4, height 8!");
    words.setName("gpupack.words");
    add(words, "wmin 0");
    add(problem, "wmin 0");
    add(buttons(List.of(remove), List.of(keep, reallyRemove, close, pause, start)), "gaptop 4");
  }

  private void listen(Runnable closer) {
    start.addActionListener(event -> presenter.install());
    pause.addActionListener(event -> presenter.pause());
    remove.addActionListener(
        event -> {
          presenter.askToRemove();
          keep.requestFocusInWindow();
        });
    reallyRemove.addActionListener(event -> presenter.remove());
    keep.addActionListener(event -> presenter.keep());
    close.addActionListener(event -> closer.run());
  }

  /** What should have the focus. */
  public JComponent focus() {
    return start.isVisible() ? start : close;
  }

  @Override
  protected Registration follow(Runnable listener) {
    return presenter.onChange(listener);
  }

  @Override
  protected void left() {
    presenter.keep();
  }

  @Override
  protected void refresh() {
    PackState state = presenter.state();
    PackFacts facts = state.facts();
    say(sizes, sizes(facts));
    say(folder, facts.folder().isEmpty() ? "" : Texts.get("gpupack.folder", facts.folder()));
    boolean runs = state.phase() == Phase.RUNNING || state.phase() == Phase.PAUSING;
    bar.setVisible(runs || state.phase() == Phase.REMOVING);
    bar.setIndeterminate(state.phase() == Phase.REMOVING);
    bar.setValue((int) Math.round(presenter.fraction() * FULL));
    say(words, words(state));
    problem.say(state.error());
    boolean asks = state.phase() == Phase.ASKING;
    start.setVisible(facts.isToGet() && state.phase() == Phase.RESTING);
    start.setText(startWords(state));
    pause.setVisible(runs);
    pause.setEnabled(state.phase() == Phase.RUNNING);
    remove.setVisible(
        state.phase() == Phase.RESTING
            && (facts.state() == PackFacts.State.HERE || facts.state() == PackFacts.State.PART));
    reallyRemove.setVisible(asks);
    keep.setVisible(asks);
    close.setVisible(!asks);
    close.setText(runs ? Texts.get("gpupack.background") : Texts.get("gpupack.close"));
    revalidate();
    repaint();
  }

  private static String sizes(PackFacts facts) {
    return switch (facts.state()) {
      case UNKNOWN -> Texts.get("gpupack.looking");
      case UNSUPPORTED -> facts.problem();
      case HERE -> Texts.get("gpupack.here", Numbers.bytes((double) facts.there()));
      case ABSENT, PART -> toGet(facts);
    };
  }

  private static String toGet(PackFacts facts) {
    String download = Numbers.bytes((double) (facts.there() + facts.download()));
    String unpacked = Numbers.bytes((double) facts.unpacked());
    return facts.toolkit().isEmpty()
        ? Texts.get("gpupack.sizes.all", download, unpacked)
        : Texts.get("gpupack.sizes.toolkit", download, facts.toolkit(), unpacked);
  }

  private static String startWords(PackState state) {
    if (!state.error().isEmpty()) {
      return Texts.get("gpupack.retry");
    }
    return state.facts().state() == PackFacts.State.PART
        ? Texts.get("gpupack.goOn")
        : Texts.get("gpupack.start");
  }

  private static String words(PackState state) {
    return switch (state.phase()) {
      case RUNNING -> state.progress().map(ProgressWords::of).orElse(Texts.get("gpupack.starting"));
      case PAUSING -> Texts.get("gpupack.pausing");
      case REMOVING -> Texts.get("gpupack.removing");
      case ASKING -> Texts.get("gpupack.remove.ask");
      case RESTING ->
          state.done().isEmpty() && state.facts().state() == PackFacts.State.PART
              ? Texts.get(
                  "gpupack.part",
                  Numbers.bytes((double) state.facts().there()),
                  Numbers.bytes((double) state.facts().download()))
              : state.done();
    };
  }
}
