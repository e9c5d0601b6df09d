package org.inferscope.tab.network.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.model.network.explain.NetworkRef;
import org.inferscope.tab.PeerRun;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ToolTips;

/** What real PyTorch gives layer by layer, beside ours; or how to add it. Event thread. */
final class TorchView extends JPanel {
  private static final String COMMAND = "mvn -q -Ppytorch compile exec:exec";

  private final NetworkPresenter presenter;
  private final Paragraph message = Paragraph.muted("");
  private final JTextArea command = new Paragraph(COMMAND);
  private final JPanel table =
      new JPanel(
          new MigLayout(
              "insets 0, fillx, wrap 3, gap 6 2, novisualpadding",
              "[grow][grow 0,right][grow 0,right]"));
  private List<TorchComparison> shown = List.of();

  TorchView(NetworkPresenter presenter) {
    super(new MigLayout("insets 0, fillx, wrap 1, gapy 4, hidemode 3", "[grow,fill]"));
    this.presenter = presenter;
    setName("network.torch");
    setOpaque(false);
    table.setOpaque(false);
    table.setName("network.torch.table");
    message.setName("network.torch.message");
    command.setName("network.torch.command");
    command.setFocusable(true);
    command.putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font");
    command.getAccessibleContext().setAccessibleName(Texts.get("networkpanel.torch.command"));
    JLabel heading = new JLabel(Texts.get("networkpanel.torch.heading"));
    heading.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
    add(heading);
    add(message, "wmin 10");
    add(command, "wmin 10");
    add(table, "wmin 10");
    refresh();
  }

  /** Shows a change of the comparison. */
  void refresh() {
    PeerRun<List<TorchComparison>> torch = presenter.torch();
    command.setVisible(torch.stage() == PeerRun.Stage.ABSENT);
    table.setVisible(!layers(torch).isEmpty());
    message.setVisible(layers(torch).isEmpty());
    message.setText(words(torch));
    if (!layers(torch).equals(shown)) {
      shown = layers(torch);
      fill(torch.name());
    }
  }

  private static List<TorchComparison> layers(PeerRun<List<TorchComparison>> torch) {
    return torch.result().orElse(List.of());
  }

  private static String words(PeerRun<List<TorchComparison>> torch) {
    return switch (torch.stage()) {
      case ABSENT -> Texts.get("networkpanel.torch.absent");
      case IDLE, RUNNING, DONE -> Texts.get("networkpanel.torch.running", torch.name());
      case FAILED -> Texts.get("networkpanel.torch.failed", torch.name(), torch.message());
    };
  }

  private void fill(String engine) {
    table.removeAll();
    table.add(muted(engine));
    table.add(muted(Texts.get("networkpanel.torch.difference")));
    table.add(muted(Texts.get("networkpanel.torch.allclose")));
    for (int l = 0; l < shown.size(); l++) {
      line(l, shown.get(l));
    }
    table.revalidate();
    table.repaint();
  }

  private void line(int l, TorchComparison comparison) {
    String name = Texts.get("networkpanel.layer", Numbers.count(l + 1L));
    FigureButton difference =
        new FigureButton(
            "network.torch.difference." + l,
            name,
            () -> presenter.explain(new NetworkRef.TorchDifference(l)));
    difference.show(
        Numbers.cell(comparison.maxAbsDifference()), ToolTips.wrapped(comparison.summary()));
    boolean matches = comparison.matches();
    JLabel verdict =
        new JLabel(
            matches
                ? Texts.get("networkpanel.torch.matches")
                : Texts.get("networkpanel.torch.differs"));
    verdict.setName("network.torch.verdict." + l);
    verdict.putClientProperty(
        FlatClientProperties.STYLE, "foreground: $Inferscope." + (matches ? "ok" : "error"));
    table.add(new JLabel(name));
    table.add(difference);
    table.add(verdict);
  }

  private static JLabel muted(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    return label;
  }
}
