package org.inferscope.tab.gpt2.next;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.gpt2.desk.NextSettings;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.IntSpinner;

/** The text above, what may come next at the left, settings and costs at the right. */
final class NextView extends JPanel {
  private final NextPresenter presenter;
  private final TextView text;
  private final AlternativesView alternatives;
  private final ControlsView controls;
  private final JLabel notice = new JLabel();
  private final JLabel heading = new JLabel();
  private final TopView top;
  private final TopHeader header;
  private final IntSpinner bars;
  private final SettingsView settings;
  private final CachePanel cache;
  private final TimesPanel times;

  NextView(NextPresenter presenter) {
    super(
        new MigLayout(
            "insets 4 12 8 12, gap 0 4, fill, novisualpadding, hidemode 3", "[grow,fill]", ""));
    this.presenter = presenter;
    setName("gpt2.next");
    setOpaque(false);
    text = new TextView(presenter, this::pointed);
    alternatives = new AlternativesView(presenter, text);
    controls = new ControlsView(presenter);
    top = new TopView(presenter);
    header = new TopHeader(top);
    bars =
        new IntSpinner(
            "gpt2.next.bars",
            Texts.get("gpt2next.bars"),
            1,
            NextSettings.MOST_BARS,
            NextSettings.FIRST.bars());
    bars.onChange(presenter::setBars);
    settings = new SettingsView(presenter);
    cache = new CachePanel(presenter);
    times = new TimesPanel(presenter);
    notice.setName("gpt2.next.notice");
    notice.putClientProperty("FlatLaf.style", "foreground: $Inferscope.warning");
    add(scrolling(text), "wrap, wmin 0, hmin 30, hmax 25%");
    add(alternatives, "wrap, wmin 0");
    add(controls.component(), "wrap, wmin 0");
    add(notice, "wrap, wmin 0");
    // Its row is another one when there is nothing to be said.
    add(lower(), "grow, push, wmin 0, hmin 0");
  }

  private JPanel lower() {
    JPanel lower =
        new JPanel(
            new MigLayout(
                "insets 0, gap 16 4, fill, novisualpadding",
                "[grow 50,fill,sg half][grow 50,fill,sg half]",
                "[grow,fill]"));
    lower.setOpaque(false);
    // On a small screen what is only looked at gives way to what can be set.
    lower.add(
        column(likeliest(), 100, cache, 76, "[grow 60,fill][grow 40,fill]"), "wmin 0, hmin 0");
    lower.add(column(settings, 116, times, 0, "[][grow,fill]"), "wmin 0, hmin 0");
    return lower;
  }

  private static JPanel column(
      JPanel above, int lowestAbove, JPanel below, int lowestBelow, String rows) {
    JPanel column =
        new JPanel(new MigLayout("insets 0, gap 0 6, fill, novisualpadding", "[grow,fill]", rows));
    column.setOpaque(false);
    column.add(above, "wrap, wmin 0, hmin " + lowestAbove);
    column.add(below, "wmin 0, hmin " + lowestBelow);
    return column;
  }

  private JPanel likeliest() {
    JPanel list =
        new JPanel(
            new MigLayout(
                "insets 0, gap 4 2, fill, novisualpadding", "[grow,fill][][]", "[][grow,fill]"));
    list.setOpaque(false);
    heading.putClientProperty("FlatLaf.styleClass", "h4");
    JLabel label = new JLabel(Texts.get("gpt2next.bars"));
    label.setLabelFor(bars);
    list.add(heading, "wmin 0");
    list.add(label);
    list.add(bars, "w 64!, wrap");
    JScrollPane pane = scrolling(top);
    pane.setColumnHeaderView(header);
    pane.getColumnHeader().setOpaque(false);
    list.add(pane, "spanx, grow, wmin 0, hmin 0");
    return list;
  }

  private static JScrollPane scrolling(JComponent content) {
    JScrollPane pane =
        new JScrollPane(
            content,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.setOpaque(false);
    pane.getViewport().setOpaque(false);
    return pane;
  }

  private void pointed() {
    alternatives.refresh();
  }

  /** Shows what the presenter says now. */
  void refresh() {
    text.refresh();
    alternatives.refresh();
    controls.refresh();
    settings.refresh();
    top.refresh();
    header.repaint();
    bars.setNumber(presenter.settings().bars());
    cache.refresh();
    times.refresh();
    heading.setText(
        presenter
            .moment()
            .map(moment -> Texts.get("gpt2next.top.heading", moment.word()))
            .orElse(""));
    String words = presenter.writer().notice();
    notice.setText(words);
    notice.setVisible(!words.isEmpty());
  }
}
