package org.inferscope.tab.gpt2;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Arrays;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Metrics;

/** What stands above the views: which model, what text, which tokens, which view. */
final class HeaderView extends JPanel {
  private static final String ERROR = "foreground: $Inferscope.error";
  private static final String QUIET = "foreground: $Inferscope.muted";

  private final Gpt2Presenter presenter;
  private final ModelBar model;
  private final PromptBar prompt;
  private final Chips chips;
  private final JLabel message = new JLabel();
  private final SegmentedControl<View> view;

  HeaderView(Gpt2Presenter presenter) {
    super(
        new MigLayout(
            "insets 8 12 4 12, gap 6, wrap 1, fillx, novisualpadding, hidemode 3", "[grow,fill]"));
    this.presenter = presenter;
    setOpaque(false);
    model = new ModelBar(presenter);
    prompt = new PromptBar(presenter);
    chips = new Chips(presenter);
    view =
        new SegmentedControl<>(
            "gpt2.view",
            Texts.get("gpt2tab.view"),
            Arrays.stream(View.values()).map(HeaderView::segment).toList());
    view.onChange(presenter::show);
    message.setName("gpt2.message");
    add(model, "wmin 0");
    add(prompt, "wmin 0");
    add(scrolling(), "wmin 0, shrinky 0");
    add(message, "wmin 0");
    add(view, "grow 0");
    presenter.listen(this::refresh);
    refresh();
  }

  private JScrollPane scrolling() {
    JScrollPane scroll =
        new JScrollPane(
            chips,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    return scroll;
  }

  private static Segment<View> segment(View view) {
    return switch (view) {
      case MAP ->
          new Segment<>(view, Texts.get("gpt2tab.view.map"), Texts.get("gpt2tab.view.map.tip"));
      case WEIGHTS ->
          new Segment<>(
              view, Texts.get("gpt2tab.view.weights"), Texts.get("gpt2tab.view.weights.tip"));
      case STATES ->
          new Segment<>(
              view, Texts.get("gpt2tab.view.states"), Texts.get("gpt2tab.view.states.tip"));
      case ATTENTION ->
          new Segment<>(
              view, Texts.get("gpt2tab.view.attention"), Texts.get("gpt2tab.view.attention.tip"));
      case LENS ->
          new Segment<>(view, Texts.get("gpt2tab.view.lens"), Texts.get("gpt2tab.view.lens.tip"));
      case NEXT ->
          new Segment<>(view, Texts.get("gpt2tab.view.next"), Texts.get("gpt2tab.view.next.tip"));
      case WHAT_IF ->
          new Segment<>(
              view, Texts.get("gpt2tab.view.whatIf"), Texts.get("gpt2tab.view.whatIf.tip"));
    };
  }

  private void refresh() {
    view.setValue(presenter.state().view());
    model.refresh();
    prompt.refresh();
    chips.refresh();
    showMessage();
  }

  /**
   * What is wrong; else what was done; else what to look at, which an audience is told by the
   * person who shows it.
   */
  private void showMessage() {
    List<String> sentences =
        List.of(
            presenter.problem(), presenter.notice(), Metrics.isProjector() ? "" : prompt.lookAt());
    String shown =
        sentences.stream().filter(sentence -> !sentence.isEmpty()).findFirst().orElse("");
    message.putClientProperty(
        FlatClientProperties.STYLE, presenter.problem().isEmpty() ? QUIET : ERROR);
    message.setVisible(!shown.isEmpty());
    message.setText(shown);
    message.setToolTipText(shown.isEmpty() ? null : ToolTips.wrapped(shown));
  }
}
