package org.inferscope.tab.matmul;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.JPanel;
import org.inferscope.ui.control.FlowBar;

/** The controls above the stage: where the numbers come from, sizes, method, display. */
final class ToolbarView extends JPanel {
  /** The group that a second line begins with: where and how on top, what below. */
  private static final int SECOND_LINE = 3;

  private final SourceView source;
  private final SizesView sizes;
  private final MethodView method;
  private final DisplayView display;
  private final FlowBar bar;

  ToolbarView(MatmulPresenter presenter) {
    super(new BorderLayout());
    setOpaque(false);
    source = new SourceView(presenter);
    sizes = new SizesView(presenter);
    method = new MethodView(presenter);
    display = new DisplayView(presenter);
    bar =
        new FlowBar(
            "matmul.toolbar",
            List.of(
                source, sizes, display.arrangement(), method.algorithm(), method.grain(), display),
            SECOND_LINE);
    add(bar);
    refresh();
  }

  /** Shows a change of the state. */
  void refresh() {
    source.refresh();
    sizes.refresh();
    method.refresh();
    display.refresh();
    bar.refresh();
  }
}
