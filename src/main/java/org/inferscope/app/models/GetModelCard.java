package org.inferscope.app.models;

import com.formdev.flatlaf.FlatClientProperties;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.inferscope.app.card.CardFrame;
import org.inferscope.app.card.ProblemRow;
import org.inferscope.app.models.GetModelState.Phase;
import org.inferscope.compute.Registration;
import org.inferscope.io.hub.KnownModel;
import org.inferscope.io.hub.ProgressWords;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.TextEdits;

/** The card that gets a model. Follows its presenter while it is shown. Event thread. */
public final class GetModelCard extends CardFrame {
  private static final int FULL = 1000;

  private final transient GetModelPresenter presenter;
  private final transient List<SizeRow> sizes = new ArrayList<>();
  private final JRadioButton other = new JRadioButton(Texts.get("models.other"));
  private final JTextField name = new JTextField(24);
  private final JLabel folder = new JLabel();
  private final JProgressBar bar = new JProgressBar(0, FULL);
  private final Paragraph words = Paragraph.muted("");
  private final ProblemRow problem = new ProblemRow("models.error");
  private final JButton start = button("models.start", "");
  private final JButton cancel = button("models.cancel", Texts.get("models.cancel"));
  private final JButton openFolder = button("models.openFolder", Texts.get("models.openFolder"));
  private final JButton close = button("models.close", "");

  /**
   * The card.
   *
   * @param openFolder shows a folder to the user
   * @param close takes the card away
   */
  public GetModelCard(GetModelPresenter presenter, Consumer<Path> openFolder, Runnable close) {
    super(
        "models.card",
        new MigLayout("insets 20 24 16 24, gap 12, wrap, hidemode 3", "[grow,fill,520:560]"));
    this.presenter = presenter;
    build();
    listen(openFolder, close);
    refresh();
  }

  private void build() {
    add(title(Texts.get("models.title")));
    add(Paragraph.muted(Texts.get("models.intro")), "wmin 0");
    add(choices(), "wmin 0");
    add(place(), "wmin 0");
    bar.setName("models.bar");
    bar.getAccessibleContext().setAccessibleName(Texts.get("models.progress"));
    add(bar, "gaptop 4, height 8!");
    words.setName("models.words");
    add(words, "wmin 0");
    add(problem, "wmin 0");
    add(buttons(List.of(openFolder), List.of(close, cancel, start)), "gaptop 4");
  }

  private JPanel choices() {
    JPanel panel =
        clear("insets 0, gap 16 6, hidemode 3", "[][right][right][grow,fill]", "[center]");
    panel.add(head(Texts.get("models.head.parameters")), "skip 1");
    panel.add(head(Texts.get("models.head.download")), "wrap");
    ButtonGroup group = new ButtonGroup();
    for (KnownModel model : KnownModel.values()) {
      SizeRow row = new SizeRow(model, () -> presenter.choose(model));
      group.add(row.button());
      sizes.add(row);
      row.addTo(panel);
    }
    group.add(other);
    other.setName("models.other");
    name.setName("models.name");
    name.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, Texts.get("models.name.hint"));
    name.getAccessibleContext().setAccessibleName(Texts.get("models.name"));
    panel.add(other);
    panel.add(name, "span, growx, wmin 0");
    return panel;
  }

  private static JLabel head(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(
        FlatClientProperties.STYLE, "font: $small.font; foreground: $Inferscope.muted");
    return label;
  }

  private JPanel place() {
    JPanel panel = clear("insets 0, gap 8", "[][grow,fill]", "[]");
    JLabel goesTo = new JLabel(Texts.get("models.goesTo"));
    goesTo.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    folder.setName("models.folder");
    folder.putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font");
    panel.add(goesTo);
    panel.add(folder, "wmin 0");
    return panel;
  }

  private void listen(Consumer<Path> opener, Runnable closer) {
    other.addActionListener(
        event -> {
          presenter.chooseNamed(name.getText());
          name.requestFocusInWindow();
        });
    TextEdits.listen(name, () -> presenter.chooseNamed(name.getText()));
    name.addActionListener(event -> presenter.start());
    start.addActionListener(event -> presenter.start());
    cancel.addActionListener(event -> presenter.cancel());
    close.addActionListener(event -> closer.run());
    openFolder.addActionListener(event -> presenter.folder().ifPresent(opener));
  }

  /** What should have the focus. */
  public JComponent focus() {
    return start.isVisible() && start.isEnabled() ? start : close;
  }

  @Override
  protected Registration follow(Runnable listener) {
    return presenter.onChange(listener);
  }

  @Override
  protected void refresh() {
    GetModelState state = presenter.state();
    sizes.forEach(row -> row.show(state));
    other.setSelected(state.size().isEmpty());
    other.setEnabled(!state.isBusy());
    name.setEnabled(!state.isBusy());
    String path = presenter.folder().map(Path::toString).orElse("");
    folder.setText(path);
    folder.setToolTipText(path.isEmpty() ? null : path);
    bar.setVisible(state.isBusy());
    bar.setValue((int) Math.round(presenter.fraction() * FULL));
    say(words, words(state));
    problem.say(state.error());
    showButtons(state);
    revalidate();
    repaint();
  }

  private void showButtons(GetModelState state) {
    cancel.setVisible(state.isBusy());
    cancel.setEnabled(state.phase() == Phase.RUNNING);
    start.setVisible(!state.isBusy() && !presenter.isThere());
    start.setEnabled(state.size().isPresent() || !state.name().isBlank());
    start.setText(startWords(state));
    openFolder.setVisible(presenter.isThere());
    close.setText(state.isBusy() ? Texts.get("models.background") : Texts.get("models.close"));
  }

  private String startWords(GetModelState state) {
    if (state.phase() == Phase.FAILED) {
      return Texts.get("models.retry");
    }
    return presenter.partBytes() > 0 ? Texts.get("models.goOn") : Texts.get("models.start");
  }

  private String words(GetModelState state) {
    return switch (state.phase()) {
      case RUNNING -> state.progress().map(ProgressWords::of).orElse(Texts.get("models.starting"));
      case STOPPING -> Texts.get("models.stopping");
      case DONE -> Texts.get("models.done", presenter.name());
      case CHOOSING, FAILED -> wordsOfPresence();
    };
  }

  private String wordsOfPresence() {
    return switch (presenter.presence()) {
      case ABSENT -> "";
      case PART -> Texts.get("models.part", Numbers.bytes((double) presenter.partBytes()));
      case HERE -> Texts.get("models.here", presenter.name());
      case CACHED -> Texts.get("models.cached", presenter.name());
    };
  }
}
