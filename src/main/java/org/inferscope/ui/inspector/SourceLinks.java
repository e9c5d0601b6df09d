package org.inferscope.ui.inspector;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Metrics;

/**
 * Links to other values: those that a number was read from, where no term shows them, or those that
 * tell of it from another side.
 */
final class SourceLinks extends JPanel {
  private static final int MOST = 24;
  private static final int GAP = 4;

  /** Before the panel has a width. */
  private static final int FIRST_WIDTH = 340;

  private final InspectorModel model;

  /**
   * No links yet.
   *
   * @param name of the component
   */
  SourceLinks(InspectorModel model, String name) {
    super(new MigLayout("insets 0, gap 4, novisualpadding"));
    this.model = model;
    setName(name);
    setOpaque(false);
  }

  void show(List<ValueRef> sources) {
    removeAll();
    setVisible(!sources.isEmpty());
    int room = getWidth() > 0 ? getWidth() : Metrics.px(FIRST_WIDTH);
    int used = 0;
    for (ValueRef source : sources.subList(0, Math.min(MOST, sources.size()))) {
      JButton link = link(source);
      int width = Metrics.px(GAP) + link.getPreferredSize().width;
      boolean breaks = used > 0 && used + width > room;
      boolean begins = breaks || used == 0;
      add(link, (breaks ? "newline, " : "") + (begins ? "split " + MOST : ""));
      used = begins ? width : used + width;
    }
    if (sources.size() > MOST) {
      String more = Numbers.count(sources.size() - MOST);
      add(new JLabel(Texts.get("inspector.sources.more", more)), "newline");
    }
    revalidate();
  }

  private JButton link(ValueRef source) {
    String label = model.labelOf(source);
    JButton button = new JButton(label);
    button.putClientProperty(FlatClientProperties.STYLE, "margin: 1,7,1,7; minimumWidth: 0");
    button.setToolTipText(Texts.get("inspector.source.tip", label));
    button.addActionListener(event -> model.follow(source));
    return button;
  }
}
