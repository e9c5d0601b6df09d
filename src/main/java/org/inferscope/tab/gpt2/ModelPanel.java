package org.inferscope.tab.gpt2;

import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.io.gpt2.EmbeddedModel;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Fonts;
import org.jspecify.annotations.Nullable;

/** The side panel "Model": the facts that the notebook prints. Event thread. */
final class ModelPanel extends FollowingPanel {
  private final Gpt2Presenter presenter;
  private final JLabel name = heading("");
  private final Paragraph stored = Paragraph.muted("");
  private final Paragraph place = Paragraph.muted("");
  private final Paragraph beside = Paragraph.muted("");
  private final JPanel table =
      new JPanel(
          new MigLayout("insets 0, fillx, wrap 2, gap 6 2, novisualpadding", "[grow][right]"));

  private @Nullable ModelInUse shown;
  private float size;

  private ModelPanel(Gpt2Presenter presenter) {
    super("gpt2.model.panel", presenter::listen);
    this.presenter = presenter;
    table.setOpaque(false);
    add(name, "wmin 10");
    add(table, "wmin 10, gaptop 8");
    add(stored, "wmin 10, gaptop 8");
    add(beside, "wmin 10");
    add(place, "wmin 10");
    freshen();
  }

  static SidePanel of(Gpt2Presenter presenter) {
    return new SidePanel(
        "gpt2.model", Texts.get("gpt2tab.panel.model"), () -> new ModelPanel(presenter));
  }

  @Override
  protected void refresh() {
    ModelInUse now = presenter.model().orElse(null);
    if (now == null || (now.equals(shown) && size == Fonts.mono(Fonts.BODY).getSize2D())) {
      return;
    }
    shown = now;
    size = Fonts.mono(Fonts.BODY).getSize2D();
    name.setText(now.name());
    table.removeAll();
    for (ModelWords.Fact fact : ModelWords.facts(now)) {
      JLabel title = new JLabel(fact.name());
      JLabel value = new JLabel(fact.value());
      value.setFont(Fonts.mono(Fonts.BODY));
      title.setToolTipText(ToolTips.wrapped(fact.about()));
      value.setToolTipText(ToolTips.wrapped(fact.about()));
      table.add(title, "wmin 10");
      table.add(value);
    }
    stored.setText(ModelWords.stored(now));
    beside.setText(String.join(", ", now.facts().leftAside()));
    beside.setVisible(!now.facts().leftAside().isEmpty());
    place.setText(
        presenter.modelId().equals(EmbeddedModel.ID)
            ? Texts.get("gpt2tab.origin.embedded")
            : now.folder().toString());
    table.revalidate();
  }
}
