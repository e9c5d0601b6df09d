package org.inferscope.app.palette;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;
import org.inferscope.app.palette.PaletteSearch.Hit;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Palette;

/** A row of the palette: menu, name with the typed letters marked, shortcut. */
final class HitRenderer implements ListCellRenderer<Hit> {
  private final JPanel row =
      new JPanel(new MigLayout("insets 7 12 7 12, gap 0", "[100!]8[grow,fill]16[right]"));
  private final JLabel group = new JLabel();
  private final MarkedLabel name = new MarkedLabel();
  private final JLabel keys = new JLabel();

  HitRenderer() {
    row.add(group, "wmin 0");
    row.add(name, "wmin 0");
    row.add(keys);
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends Hit> list, Hit hit, int index, boolean selected, boolean focused) {
    for (JComponent part : new JComponent[] {group, name, keys}) {
      part.setFont(list.getFont());
      part.setForeground(Palette.muted());
    }
    group.setText(hit.group());
    name.show(hit);
    name.setForeground(hit.action().applies() ? Palette.text() : Palette.muted());
    keys.setText(hit.action().shortcut().orElse(""));
    row.getAccessibleContext().setAccessibleName(spoken(hit));
    row.setBackground(selected ? Palette.accentSoft() : Palette.card());
    return row;
  }

  private static String spoken(Hit hit) {
    return hit.action().isSelected()
        ? Texts.get("app.palette.on", hit.group(), hit.name())
        : hit.group() + ": " + hit.name();
  }

  /** A label that underlines the letters that were typed. */
  private static final class MarkedLabel extends JLabel {
    private List<Integer> letters = List.of();

    void show(Hit hit) {
      setText(hit.action().isSelected() ? hit.name() + "  ✓" : hit.name());
      letters = hit.letters();
    }

    @Override
    protected void paintComponent(Graphics g) {
      super.paintComponent(g);
      Graphics2D line = (Graphics2D) g.create();
      line.setColor(Palette.accent());
      var metrics = getFontMetrics(getFont());
      int baseline = (getHeight() + metrics.getAscent() - metrics.getDescent()) / 2;
      int thick = Math.max(1, metrics.getHeight() / 12);
      for (int at : letters) {
        int x = metrics.stringWidth(getText().substring(0, at));
        int width = metrics.charWidth(getText().charAt(at));
        line.fillRect(x, baseline + thick + 1, width, thick);
      }
      line.dispose();
    }
  }
}
