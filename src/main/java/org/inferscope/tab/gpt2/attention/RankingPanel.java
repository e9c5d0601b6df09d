package org.inferscope.tab.gpt2.attention;

import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Choice;
import org.inferscope.ui.control.Paragraph;

/** Lists the heads by a figure, with the means of the layers above. Event thread. */
final class RankingPanel extends FollowingPanel {
  private final AttentionDesk desk;
  private final Choice<HeadFigure> by = new Choice<>(HeadFigure.all(), HeadFigure::title);
  private final Paragraph meaning = Paragraph.muted("");
  private final Paragraph count = Paragraph.muted("");
  private final LayerList layers;
  private final RankingTable table;
  private final JPanel content =
      new JPanel(new MigLayout("insets 0, wrap 1, fillx, gapy 6, hidemode 3", "[grow,fill]"));
  private final Paragraph empty = Paragraph.muted("");
  private boolean showing;

  RankingPanel(AttentionDesk desk) {
    super("gpt2.attention.ranking", desk::listen);
    this.desk = desk;
    layers = new LayerList(desk);
    table = new RankingTable(desk);
    by.setName("gpt2.attention.ranking.by");
    by.getAccessibleContext().setAccessibleName(Texts.get("attention.ranking.by"));
    by.addActionListener(
        event -> {
          if (!showing) {
            desk.rankBy(by.chosen());
          }
        });
    JPanel line = new JPanel(new MigLayout("insets 0, gap 8, fillx", "[][grow,fill]"));
    line.setOpaque(false);
    JLabel label = new JLabel(Texts.get("attention.ranking.by"));
    label.setLabelFor(by);
    line.add(label);
    line.add(by, "wmin 0");
    content.setOpaque(false);
    content.add(line);
    content.add(meaning, "wmin 0");
    content.add(heading(Texts.get("attention.ranking.heads")), "gaptop 6");
    content.add(count, "wmin 0");
    content.add(table, "wmin 0");
    content.add(heading(Texts.get("attention.layers")), "gaptop 6");
    content.add(layers, "wmin 0");
    add(content, "wmin 0");
    add(empty, "wmin 0");
  }

  @Override
  protected void refresh() {
    Optional<AttentionScene> scene = desk.scene();
    content.setVisible(scene.isPresent());
    empty.setVisible(scene.isEmpty());
    if (scene.isEmpty()) {
      empty.setText(desk.emptiness());
      return;
    }
    AttentionScene now = scene.get();
    showing = true;
    by.setSelectedItem(now.settings().ranking());
    showing = false;
    meaning.setText(now.settings().ranking().meaning());
    count.setText(words(now));
    layers.show(now);
    table.show(now);
  }

  private static String words(AttentionScene scene) {
    if (scene.figures().isEmpty()) {
      return Texts.get("attention.measuring");
    }
    if (scene.figures().get().chance(scene.settings().ranking()).isEmpty()) {
      return scene.settings().ranking().needsRepeats()
          ? Texts.get("attention.noRepeats")
          : Texts.get("attention.oneToken");
    }
    return scene
        .settings()
        .filter()
        .map(
            tag ->
                Texts.get(
                    "attention.ranking.filtered",
                    Numbers.count(scene.figures().get().count(tag)),
                    tag.title()))
        .orElse(Texts.get("attention.ranking.how"));
  }
}
