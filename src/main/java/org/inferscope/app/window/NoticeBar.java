package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Icons;
import org.inferscope.ui.theme.Palette;

/** Notices under the tab strip, the newest on top; each stays until it is dealt with or closed. */
public final class NoticeBar extends JPanel {
  private static final int MOST = 3;

  NoticeBar() {
    super(new MigLayout("insets 0 16 0 16, gap 8, wrap, fillx, hidemode 3", "[grow,fill]"));
    setOpaque(false);
    setVisible(false);
  }

  /** Shows a notice; one about the same is replaced, and of many the oldest goes. */
  public void show(Notice notice) {
    for (int i = getComponentCount() - 1; i >= 0; i--) {
      if (getComponent(i) instanceof Strip strip && strip.topic.equals(notice.topic())) {
        remove(i);
      }
    }
    add(new Strip(notice), 0);
    if (getComponentCount() > MOST) {
      remove(getComponentCount() - 1);
    }
    refresh();
  }

  private void close(Strip strip) {
    remove(strip);
    refresh();
  }

  private void refresh() {
    setVisible(getComponentCount() > 0);
    revalidate();
    repaint();
  }

  /** One notice. */
  private final class Strip extends Card {
    private final String topic;

    Strip(Notice notice) {
      super(
          new MigLayout("insets 8 12 8 8, gap 8, fillx", "[][grow,fill][][]", "[center]"),
          () -> back(notice.kind()),
          () -> back(notice.kind()));
      topic = notice.topic();
      JLabel icon = new JLabel(Icons.of(name(notice.kind())));
      String ink = notice.kind() == Notice.Kind.INFO ? "accent" : name(notice.kind());
      icon.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope." + ink);
      add(icon);
      add(words(notice), "wmin 0");
      notice.choices().forEach(choice -> add(button(choice)));
      add(closeButton(), "width 28!, height 28!");
      getAccessibleContext().setAccessibleName(notice.sentence());
    }

    private static String name(Notice.Kind kind) {
      return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Color back(Notice.Kind kind) {
      return switch (kind) {
        case INFO -> Palette.accentSoft();
        case WARNING -> Palette.warningSoft();
        case ERROR -> Palette.errorSoft();
      };
    }

    /** A text area, so that a long sentence wraps and can be selected. */
    private JTextArea words(Notice notice) {
      JTextArea words = new JTextArea(notice.sentence());
      words.setName("notice");
      words.setEditable(false);
      words.setLineWrap(true);
      words.setWrapStyleWord(true);
      words.setOpaque(false);
      words.setFocusable(false);
      words.putClientProperty(
          FlatClientProperties.STYLE,
          "background: null; border: 0,0,0,0; margin: 0,0,0,0; foreground: $Inferscope.text");
      words.getAccessibleContext().setAccessibleName(notice.sentence());
      return words;
    }

    private JButton button(Notice.Choice choice) {
      JButton button = new JButton(choice.name());
      button.addActionListener(
          event -> {
            close(this);
            choice.work().run();
          });
      return button;
    }

    private JButton closeButton() {
      JButton button = new JButton(Icons.of("close"));
      button.putClientProperty(
          FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
      button.setToolTipText(Texts.get("app.notice.close"));
      button.getAccessibleContext().setAccessibleName(Texts.get("app.notice.close"));
      button.addActionListener(event -> close(this));
      return button;
    }
  }
}
