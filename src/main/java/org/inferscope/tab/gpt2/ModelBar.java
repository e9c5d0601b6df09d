package org.inferscope.tab.gpt2;

import java.util.List;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import net.miginfocom.swing.MigLayout;
import org.inferscope.io.gpt2.FoundModel;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;

/** Which model is looked at, what it is, and where others are. */
final class ModelBar extends JPanel {
  private final Gpt2Presenter presenter;
  private final JButton model = new JButton();
  private final LineOf facts = new LineOf("gpt2.facts");

  ModelBar(Gpt2Presenter presenter) {
    super(
        new MigLayout(
            "insets 0, gap 10, fillx, novisualpadding",
            "[shrink 0][grow,fill][shrink 0][shrink 0]",
            "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    model.setName("gpt2.model");
    model.getAccessibleContext().setAccessibleName(Texts.get("gpt2tab.model"));
    model.addActionListener(event -> showMenu());
    add(model, "shrink 0, wmax 320");
    add(facts, "wmin 0");
    add(button("gpt2.get", Texts.get("gpt2tab.get"), Texts.get("gpt2tab.get.tip"), presenter::get));
    add(
        button(
            "gpt2.folder",
            Texts.get("gpt2tab.folder"),
            Texts.get("gpt2tab.action.folderTip"),
            this::folder));
  }

  private static JButton button(String name, String text, String tip, Runnable work) {
    JButton button = new JButton(text);
    button.setName(name);
    button.setToolTipText(ToolTips.wrapped(tip));
    button.addActionListener(event -> work.run());
    return button;
  }

  private void folder() {
    presenter
        .context()
        .files()
        .folderToOpen(Texts.get("gpt2tab.action.folderTitle"))
        .ifPresent(presenter::chooseFolder);
  }

  private void showMenu() {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("gpt2.models");
    ButtonGroup group = new ButtonGroup();
    for (FoundModel found : presenter.found()) {
      JRadioButtonMenuItem item = new JRadioButtonMenuItem(ModelWords.name(found));
      item.setName("gpt2.models." + found.id());
      item.setToolTipText(ToolTips.wrapped(ModelWords.origin(found)));
      item.setSelected(found.id().equals(presenter.modelId()));
      item.addActionListener(event -> presenter.choose(found.id()));
      group.add(item);
      menu.add(item);
    }
    menu.addSeparator();
    menu.add(item(Texts.get("gpt2tab.action.folder"), this::folder));
    menu.add(item(Texts.get("gpt2tab.get"), presenter::get));
    menu.add(item(Texts.get("gpt2tab.look"), presenter::look));
    menu.show(model, 0, model.getHeight());
  }

  private static JMenuItem item(String text, Runnable work) {
    JMenuItem item = new JMenuItem(text);
    item.addActionListener(event -> work.run());
    return item;
  }

  /** Shows what the presenter says now. */
  void refresh() {
    String opening = presenter.opening();
    String name = presenter.model().map(ModelInUse::name).orElse("");
    model.setText(Texts.get("gpt2tab.model.button", name.isEmpty() ? opening : name));
    model.setToolTipText(
        ToolTips.wrapped(
            presenter
                .model()
                .map(used -> Texts.get("gpt2tab.model.tip", ModelWords.stored(used)))
                .orElse(Texts.get("gpt2tab.model"))));
    facts.show(
        opening.isEmpty()
            ? presenter.model().map(ModelWords::lines).orElse(List.of(""))
            : List.of(Texts.get("gpt2tab.job.open", opening)));
    facts.setToolTipText(
        presenter
            .model()
            .map(used -> ToolTips.wrapped(ModelWords.lines(used).get(0)))
            .orElse(null));
  }
}
