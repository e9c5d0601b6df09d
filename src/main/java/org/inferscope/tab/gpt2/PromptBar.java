package org.inferscope.tab.gpt2;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.ui.FlatScrollPaneBorder;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.inferscope.io.gpt2.Example;
import org.inferscope.io.gpt2.Examples;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.TextEdits;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Metrics;

/** The text that the model is given, examples of it, and how many tokens it comes to. */
final class PromptBar extends JPanel {
  private static final String ERROR = "foreground: $Inferscope.error";
  private static final String QUIET = "foreground: $Inferscope.muted";

  private final Gpt2Presenter presenter;
  private final JTextArea text = new JTextArea();
  private final JScrollPane around = new Framed(text);
  private final JLabel count = new JLabel();
  private final JButton examples = new JButton(Texts.get("gpt2tab.examples"));
  private final Lazy<List<Example>> shipped = new Lazy<>(Examples::load);
  private boolean showing;

  PromptBar(Gpt2Presenter presenter) {
    super(
        new MigLayout(
            "insets 0, gap 10, fillx, novisualpadding",
            "[grow,fill][shrink 0][shrink 0]",
            "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    text.setName("gpt2.prompt");
    text.getAccessibleContext().setAccessibleName(Texts.get("gpt2tab.prompt"));
    text.putClientProperty(
        FlatClientProperties.PLACEHOLDER_TEXT, Texts.get("gpt2tab.prompt.empty"));
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    // Tab leads on, as everywhere else.
    text.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
    text.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    TextEdits.listen(text, this::typed);
    around.setName("gpt2.prompt.scroll");
    count.setName("gpt2.count");
    examples.setName("gpt2.examples");
    examples.setToolTipText(ToolTips.wrapped(Texts.get("gpt2tab.examples.tip")));
    examples.addActionListener(event -> showExamples());
    add(around, "wmin 0");
    add(count);
    add(examples);
  }

  private void typed() {
    if (!showing) {
      presenter.type(text.getText());
    }
    growWithLines();
  }

  private void showExamples() {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("gpt2.examples.menu");
    for (Example example : shipped.get()) {
      JMenuItem item = new JMenuItem(example.title());
      item.setName("gpt2.examples." + example.id());
      item.setToolTipText(ToolTips.wrapped(example.lookAt()));
      item.addActionListener(event -> presenter.open(example.prompt(), ExampleView.of(example)));
      menu.add(item);
    }
    menu.show(examples, 0, examples.getHeight());
  }

  /** What an example says to look at, while its text is the prompt; empty for any other. */
  String lookAt() {
    return shipped.get().stream()
        .filter(example -> example.prompt().equals(presenter.state().prompt()))
        .findFirst()
        .map(Example::lookAt)
        .orElse("");
  }

  /** Shows what the presenter says now; what is being typed stays under the caret. */
  void refresh() {
    String prompt = presenter.state().prompt();
    if (!prompt.equals(text.getText())) {
      showing = true;
      text.setText(prompt);
      showing = false;
    }
    int tooMany = presenter.tooMany();
    count.setText(
        tooMany > 0
            ? Texts.get("gpt2tab.count.tooMany", Numbers.count(tooMany))
            : presenter
                .model()
                .map(
                    model ->
                        Texts.get(
                            "gpt2tab.count",
                            Numbers.count(presenter.tokens().size()),
                            Numbers.count(model.config().context())))
                .orElse(""));
    count.putClientProperty(FlatClientProperties.STYLE, tooMany > 0 ? ERROR : QUIET);
    around.putClientProperty(
        FlatClientProperties.OUTLINE, tooMany > 0 ? FlatClientProperties.OUTLINE_ERROR : null);
    growWithLines();
  }

  private void growWithLines() {
    if (around.getPreferredSize().height != around.getHeight()) {
      revalidate();
    }
  }

  /** As high as its lines. */
  private static final class Framed extends JScrollPane {
    private static final int MOST_LINES = 3;
    private static final int ARC = 10;

    Framed(JTextArea text) {
      super(
          text,
          ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
          ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    }

    /** Asked for anew with each layout, since a projector's font is larger. */
    @Override
    public Dimension getPreferredSize() {
      Component text = getViewport().getView();
      int line = text.getFontMetrics(text.getFont()).getHeight();
      int wanted = text.getPreferredSize().height;
      int most = MOST_LINES * line + Metrics.px(10);
      int height = Math.max(line + Metrics.px(10), Math.min(wanted + Metrics.px(4), most));
      return new Dimension(Metrics.px(100), height);
    }

    /** With the frame of a text field, which a change of the theme takes away. */
    @Override
    public void updateUI() {
      super.updateUI();
      FlatScrollPaneBorder frame = new FlatScrollPaneBorder();
      frame.applyStyleProperty("arc", ARC);
      setBorder(frame);
    }
  }
}
