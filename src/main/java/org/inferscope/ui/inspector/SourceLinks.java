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

/** Links to the values that a number was read from, where no term shows them. */
final class SourceLinks extends JPanel {
  private static final int MOST = 24;
  private static final int PER_LINE = 4;

  private final InspectorModel model;

  SourceLinks(InspectorModel model) {
    super(new MigLayout("insets 0, gap 4, novisualpadding, wrap " + PER_LINE));
    this.model = model;
    setName("inspectorSources");
    setOpaque(false);
  }

  void show(List<ValueRef> sources) {
    removeAll();
    setVisible(!sources.isEmpty());
    for (ValueRef source : sources.subList(0, Math.min(MOST, sources.size()))) {
      add(link(source));
    }
    if (sources.size() > MOST) {
      String more = Numbers.count(sources.size() - MOST);
      add(new JLabel(Texts.get("inspector.sources.more", more)), "span");
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
