package org.inferscope.tab.gpt2.attention;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Role;

/**
 * What the marks below the small maps mean, with how many heads have each; pressed, all other heads
 * step back. Event thread.
 */
final class TagBar extends JPanel {
  private static final String STYLE =
      "toolbar.margin: 2,4,2,4; toolbar.spacingInsets: 0,0,0,0; arc: 8; minimumWidth: 0";

  private final Map<HeadTag, JToggleButton> buttons = new EnumMap<>(HeadTag.class);

  TagBar(AttentionDesk desk) {
    super(new MigLayout("insets 0, gap 4 0, novisualpadding, wrap 2", "", "[center]"));
    setOpaque(false);
    setName("gpt2.attention.tags");
    getAccessibleContext().setAccessibleName(Texts.get("attention.tags"));
    for (HeadTag tag : HeadTag.all()) {
      JToggleButton button = new JToggleButton(new Mark(TagColours.of(tag)));
      button.setName("gpt2.attention.tag." + tag);
      button.putClientProperty(
          FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
      button.putClientProperty(FlatClientProperties.STYLE, STYLE);
      button.addActionListener(event -> desk.toggleFilter(tag));
      buttons.put(tag, button);
      add(button);
    }
    setFonts();
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (buttons != null) {
      setFonts();
    }
  }

  /** Small, since they stand below the small maps. */
  private void setFonts() {
    buttons.values().forEach(button -> button.setFont(Fonts.text(Fonts.SMALL)));
  }

  void show(AttentionScene scene) {
    buttons.forEach((tag, button) -> show(scene, tag, button));
  }

  private static void show(AttentionScene scene, HeadTag tag, JToggleButton button) {
    String count =
        scene
            .figures()
            .map(figures -> Numbers.count(figures.count(tag)))
            .orElse(Texts.get("attention.unknown"));
    String text = Texts.get("attention.tag", tag.title(), count);
    if (!text.equals(button.getText())) {
      button.setText(text);
      button.getAccessibleContext().setAccessibleName(text);
    }
    button.setSelected(scene.settings().filter().filter(filter -> filter == tag).isPresent());
    button.setToolTipText(
        ToolTips.wrapped(Texts.get("attention.tag.tip", tag.title(), tag.figure().meaning())));
  }

  private record Mark(Role role) implements Icon {
    private static final float SIDE = 10;

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
      Graphics2D g = Canvas.of(graphics);
      Color fill = role.fill();
      g.setColor(fill);
      g.fillRect(x, y, getIconWidth(), getIconHeight());
      g.dispose();
    }

    @Override
    public int getIconWidth() {
      return Math.round(Metrics.px(SIDE));
    }

    @Override
    public int getIconHeight() {
      return Math.round(Metrics.px(SIDE));
    }
  }
}
