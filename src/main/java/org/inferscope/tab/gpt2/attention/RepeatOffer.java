package org.inferscope.tab.gpt2.attention;

import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.io.gpt2.Example;
import org.inferscope.io.gpt2.Examples;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Fonts;
import org.jspecify.annotations.Nullable;

/**
 * Says that no token comes twice, so that induction cannot be seen, and types an example where one
 * does. Event thread.
 */
final class RepeatOffer extends JPanel {
  private static final String INDUCTION = "induction";

  private final AttentionDesk desk;
  private final JLabel words = FollowingPanel.muted(Texts.get("attention.repeat"));
  private final JButton button = new JButton();
  private @Nullable Example example;

  RepeatOffer(AttentionDesk desk) {
    super(new MigLayout("insets 0, gap 8 0, novisualpadding, hidemode 3", "", "[center]"));
    this.desk = desk;
    setOpaque(false);
    button.setName("gpt2.attention.example");
    button.addActionListener(event -> type());
    add(words);
    add(button);
    setFont();
    setVisible(false);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (words != null) {
      setFont();
    }
  }

  private void setFont() {
    words.setFont(Fonts.text(Fonts.SMALL));
  }

  /** Whether it came or went. */
  boolean show(AttentionScene scene) {
    boolean before = isVisible();
    boolean isMissing =
        scene
            .figures()
            .filter(figures -> figures.pairs().queries(HeadFigure.INDUCTION) == 0)
            .isPresent();
    if (isMissing && example == null) {
      load();
    }
    setVisible(isMissing);
    return before != isMissing;
  }

  private void load() {
    Optional<Example> found =
        Examples.load().stream().filter(each -> each.id().equals(INDUCTION)).findFirst();
    example = found.orElse(null);
    found.ifPresent(
        each -> {
          button.setText(Texts.get("attention.repeat.try"));
          button.setToolTipText(Texts.get("attention.repeat.tip", each.prompt()));
        });
    button.setVisible(found.isPresent());
  }

  private void type() {
    Example now = example;
    if (now != null) {
      desk.presenter().type(now.prompt());
    }
  }
}
