package org.inferscope.tab.matmul;

import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.ui.theme.Metrics;

/** The controls above the stage, in groups that go on to another line where the width ends. */
final class ToolbarView extends JPanel {
  private static final int GAP = 16;

  /** The group that a second line begins with. */
  private static final int SECOND_LINE = 3;

  private final SourceView source;
  private final SizesView sizes;
  private final MethodView method;
  private final DisplayView display;
  private final List<JComponent> groups;
  private final MigLayout layout;
  private int laidOutFor = -1;

  ToolbarView(MatmulPresenter presenter) {
    super(new MigLayout("insets 8 12 4 12, gap 16 6, novisualpadding", "", "[center]"));
    layout = (MigLayout) getLayout();
    setName("matmul.toolbar");
    setOpaque(false);
    source = new SourceView(presenter);
    sizes = new SizesView(presenter);
    method = new MethodView(presenter);
    display = new DisplayView(presenter);
    groups =
        List.of(source, sizes, display.arrangement(), method.algorithm(), method.grain(), display);
    groups.forEach(this::add);
    flow(Metrics.px(880));
    refresh();
  }

  /** Shows a change of the state. */
  void refresh() {
    source.refresh();
    sizes.refresh();
    method.refresh();
    display.refresh();
    laidOutFor = -1;
    revalidate();
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean other = width != getWidth() || laidOutFor != width;
    if (other && width > 0) {
      flow(width);
    }
    super.setBounds(x, y, width, height);
  }

  @Override
  public Dimension getPreferredSize() {
    flow(getWidth() > 0 ? getWidth() : Metrics.px(880));
    return super.getPreferredSize();
  }

  /** Puts everything on one line if it fits, else where and how on top and what below. */
  private void flow(int width) {
    if (width == laidOutFor) {
      return;
    }
    laidOutFor = width;
    int room = width - Metrics.px(24);
    boolean oneLine = needs(groups) <= room;
    int used = 0;
    for (JComponent group : groups) {
      int needs = group.getPreferredSize().width;
      boolean full = used > 0 && used + Metrics.px(GAP) + needs > room;
      boolean breaks = full || (!oneLine && group == groups.get(SECOND_LINE));
      String line = breaks || used == 0 ? "split, spanx" : "";
      layout.setComponentConstraints((Component) group, breaks ? "newline, " + line : line);
      used = breaks ? needs : used + (used > 0 ? Metrics.px(GAP) : 0) + needs;
    }
  }

  private static int needs(List<JComponent> groups) {
    int gaps = (groups.size() - 1) * Metrics.px(GAP);
    return gaps + groups.stream().mapToInt(group -> group.getPreferredSize().width).sum();
  }
}
