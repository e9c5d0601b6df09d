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
import org.inferscope.app.models.GetModelState.Phase;
import org.inferscope.compute.Registration;
import org.inferscope.io.hub.KnownModel;
import org.inferscope.io.hub.ProgressWords;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.TextEdits;
import org.inferscope.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/** The card that gets a model. Follows its presenter while it is shown. Event thread. */
public final class GetModelCard extends JPanel {
  private static final int FULL = 1000;

  private final transient GetModelPresenter presenter;
  private final transient List<SizeRow> sizes = new ArrayList<>();
  private final JRadioButton other = new JRadioButton(Texts.get("models.other"));
  private final JTextField name = new JTextField(24);
  private final JLabel folder = new JLabel();
  private final JProgressBar bar = new JProgressBar(0, FULL);
  private final Paragraph words = Paragraph.muted("");
  private final JLabel errorIcon = new JLabel(Icons.of("error"));
  private final Paragraph error = new Paragraph("");
  private final JButton start = new JButton();
  private final JButton cancel = new JButton(Texts.get("models.cancel"));
  private final JButton openFolder = new JButton(Texts.get("models.openFolder"));
  private final JButton close = new JButton();
  private transient @Nullable Registration following;

  /**
   * The card.
   *
   * @param openFolder shows a folder to the user
   * @param close takes the card away
   */
  public GetModelCard(GetModelPresenter presenter, Consumer<Path> openFolder, Runnable close) {
    super(new MigLayout("insets 20 24 16 24, gap 12, wrap, hidemode 3", "[grow,fill,520:560]"));
    this.presenter = presenter;
    setName("models.card");
    setOpaque(false);
    build();
    listen(openFolder, close);
    show(presenter.state());
  }

  private void build() {
    JLabel title = new JLabel(Texts.get("models.title"));
    title.putClientProperty(FlatClientProperties.STYLE, "font: $h2.font");
    add(title);
    add(Paragraph.muted(Texts.get("models.intro")), "wmin 0");
    add(choices(), "wmin 0");
    add(place(), "wmin 0");
    bar.setName("models.bar");
    bar.getAccessibleContext().setAccessibleName(Texts.get("models.progress"));
    add(bar, "gaptop 4, height 8!");
    words.setName("models.words");
    add(words, "wmin 0");
    add(problem(), "wmin 0");
    add(buttons(), "gaptop 4");
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

  private JPanel problem() {
    JPanel panel = clear("insets 0, gap 8, hidemode 3", "[][grow,fill]", "[top]");
    errorIcon.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.error");
    error.setName("models.error");
    error.putClientProperty(
        FlatClientProperties.STYLE, "foreground: $Inferscope.error; margin: 0,0,0,0");
    panel.add(errorIcon);
    panel.add(error, "wmin 0");
    return panel;
  }

  private JPanel buttons() {
    JPanel panel = clear("insets 0, gap 8, hidemode 3", "[]push[]", "[]");
    openFolder.setName("models.openFolder");
    cancel.setName("models.cancel");
    close.setName("models.close");
    start.setName("models.start");
    start.putClientProperty(
        FlatClientProperties.STYLE,
        "background: $Inferscope.accent; foreground: $Inferscope.accent.on");
    panel.add(openFolder, "cell 0 0");
    // All in one cell, so that those which are hidden leave no gaps.
    panel.add(close, "cell 1 0");
    panel.add(cancel, "cell 1 0");
    panel.add(start, "cell 1 0");
    return panel;
  }

  private static JPanel clear(String layout, String columns, String rows) {
    JPanel panel = new JPanel(new MigLayout(layout, columns, rows));
    panel.setOpaque(false);
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
  public void addNotify() {
    super.addNotify();
    if (following == null) {
      following = presenter.onChange(() -> show(presenter.state()));
    }
    show(presenter.state());
  }

  @Override
  public void removeNotify() {
    if (following != null) {
      following.close();
      following = null;
    }
    super.removeNotify();
  }

  private void show(GetModelState state) {
    sizes.forEach(row -> row.show(state));
    other.setSelected(state.size().isEmpty());
    other.setEnabled(!state.isBusy());
    name.setEnabled(!state.isBusy());
    String path = presenter.folder().map(Path::toString).orElse("");
    folder.setText(path);
    folder.setToolTipText(path.isEmpty() ? null : path);
    bar.setVisible(state.isBusy());
    bar.setValue((int) Math.round(presenter.fraction() * FULL));
    words.setText(words(state));
    words.setVisible(!words.getText().isEmpty());
    boolean wrong = !state.error().isEmpty();
    errorIcon.setVisible(wrong);
    error.setVisible(wrong);
    error.setText(state.error());
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
