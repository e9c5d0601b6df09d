package org.inferscope.ui.control;

import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.ui.theme.Metrics;

/** Groups of controls in a line, which go on to another line where the width ends. Event thread. */
public final class FlowBar extends JPanel {
  private static final int GAP = 16;
  private static final int FIRST_WIDTH = 880;

  private final List<? extends JComponent> groups;
  private final int secondLine;
  private final MigLayout layout;
  private int laidOutFor = -1;

  /**
   * A bar.
   *
   * @param name the component's name, for tests
   * @param groups what stays together, in order
   * @param secondLine index of the group that a second line begins with, where one is needed
   */
  public FlowBar(String name, List<? extends JComponent> groups, int secondLine) {
    super(new MigLayout("insets 8 12 4 12, gap 16 6, novisualpadding, hidemode 3", "", "[center]"));
    this.groups = List.copyOf(groups);
    this.secondLine = secondLine;
    layout = (MigLayout) getLayout();
    setName(name);
    setOpaque(false);
    groups.forEach(this::add);
    flow(Metrics.px(FIRST_WIDTH));
  }

  /** Lays the groups out anew, after their widths may have changed. */
  public void refresh() {
    laidOutFor = -1;
    revalidate();
  }

  /** Asks for another layout when its width changes, because its height follows from its width. */
  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean other = width != getWidth() || laidOutFor != width;
    if (other && width > 0) {
      flow(width);
    }
    super.setBounds(x, y, width, height);
    if (other) {
      revalidate();
    }
  }

  @Override
  public Dimension getPreferredSize() {
    flow(getWidth() > 0 ? getWidth() : Metrics.px(FIRST_WIDTH));
    return super.getPreferredSize();
  }

  private void flow(int width) {
    if (width == laidOutFor) {
      return;
    }
    laidOutFor = width;
    int room = width - Metrics.px(24);
    boolean oneLine = needs() <= room;
    int used = 0;
    boolean broken = oneLine;
    for (int i = 0; i < groups.size(); i++) {
      if (!groups.get(i).isVisible()) {
        continue;
      }
      int needs = groups.get(i).getPreferredSize().width;
      boolean full = used > 0 && used + Metrics.px(GAP) + needs > room;
      boolean breaks = full || (!broken && i == secondLine);
      broken |= breaks;
      String line = breaks || used == 0 ? "split, spanx" : "";
      layout.setComponentConstraints((Component) groups.get(i), breaks ? "newline, " + line : line);
      used = breaks ? needs : used + (used > 0 ? Metrics.px(GAP) : 0) + needs;
    }
  }

  private int needs() {
    List<? extends JComponent> shown = groups.stream().filter(Component::isVisible).toList();
    int gaps = (shown.size() - 1) * Metrics.px(GAP);
    return gaps + shown.stream().mapToInt(group -> group.getPreferredSize().width).sum();
  }
}
