package org.inferscope.tab.gpt2;

import java.util.Arrays;
import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;

/** What stands above the views: which model, what text, which tokens, which view. */
final class HeaderView extends JPanel {
  private final Gpt2Presenter presenter;
  private final SegmentedControl<View> view;

  HeaderView(Gpt2Presenter presenter) {
    super(new MigLayout("insets 8 12 4 12, gap 8, wrap 1, fillx", "[grow,fill]"));
    this.presenter = presenter;
    setOpaque(false);
    view =
        new SegmentedControl<>(
            "gpt2.view",
            Texts.get("gpt2tab.view"),
            Arrays.stream(View.values()).map(HeaderView::segment).toList());
    view.onChange(presenter::show);
    add(view);
    presenter.listen(this::refresh);
    refresh();
  }

  private static Segment<View> segment(View view) {
    List<String> words =
        switch (view) {
          case MAP -> List.of(Texts.get("gpt2tab.view.map"), Texts.get("gpt2tab.view.map.tip"));
          case WEIGHTS ->
              List.of(Texts.get("gpt2tab.view.weights"), Texts.get("gpt2tab.view.weights.tip"));
          case STATES ->
              List.of(Texts.get("gpt2tab.view.states"), Texts.get("gpt2tab.view.states.tip"));
          case ATTENTION ->
              List.of(Texts.get("gpt2tab.view.attention"), Texts.get("gpt2tab.view.attention.tip"));
          case LENS -> List.of(Texts.get("gpt2tab.view.lens"), Texts.get("gpt2tab.view.lens.tip"));
          case NEXT -> List.of(Texts.get("gpt2tab.view.next"), Texts.get("gpt2tab.view.next.tip"));
          case WHAT_IF ->
              List.of(Texts.get("gpt2tab.view.whatIf"), Texts.get("gpt2tab.view.whatIf.tip"));
        };
    return new Segment<>(view, words.get(0), words.get(1));
  }

  private void refresh() {
    view.setValue(presenter.state().view());
  }
}
