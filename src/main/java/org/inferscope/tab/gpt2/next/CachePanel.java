package org.inferscope.tab.gpt2.next;

import java.util.Arrays;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.generate.CacheUse;
import org.inferscope.model.gpt2.generate.explain.NextRef;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.control.ToolTips;

/** The KV cache as a picture, and its bytes with their formula. Event thread. */
final class CachePanel extends JPanel {
  private final NextPresenter presenter;
  private final CacheView picture;
  private final JLabel formula = new JLabel();
  private final FigureButton bytes;
  private final FigureButton share;
  private final SegmentedControl<CacheUse> use;

  CachePanel(NextPresenter presenter) {
    super(
        new MigLayout("insets 0, gap 2, fill, novisualpadding", "[grow,fill]", "[][][grow,fill]"));
    this.presenter = presenter;
    setOpaque(false);
    picture = new CacheView(presenter);
    bytes =
        new FigureButton(
            "gpt2.next.bytes",
            Texts.get("gpt2next.label.bytes"),
            () -> presenter.explain(new NextRef.CacheBytes(presenter.readCached())));
    share =
        new FigureButton(
            "gpt2.next.share",
            Texts.get("gpt2next.label.share"),
            () -> presenter.explain(new NextRef.CacheShare(presenter.readCached())));
    formula.setToolTipText(ToolTips.wrapped(Texts.get("gpt2next.bytes.meaning")));
    use =
        new SegmentedControl<>(
            "gpt2.next.cache",
            Texts.get("gpt2next.cache"),
            Arrays.stream(CacheUse.values()).map(CachePanel::segment).toList());
    use.onChange(presenter::setCache);
    add(switchLine(), "wrap, wmin 0");
    add(formulaLine(), "wrap, wmin 0");
    add(picture, "grow, wmin 0, hmin 30");
  }

  private JPanel switchLine() {
    JPanel line = line("[][][]push[]");
    JLabel title = new JLabel(Texts.get("gpt2next.cache"));
    title.putClientProperty("FlatLaf.styleClass", "h4");
    title.setLabelFor(use);
    line.add(title);
    line.add(coloured(Texts.get("gpt2next.bytes.keys"), "foreground: $Inferscope.blue.ink"));
    line.add(coloured(Texts.get("gpt2next.bytes.values"), "foreground: $Inferscope.plum.ink"));
    line.add(use);
    return line;
  }

  private static JLabel coloured(String text, String style) {
    JLabel label = new JLabel(text);
    label.putClientProperty("FlatLaf.style", style);
    return label;
  }

  private JPanel formulaLine() {
    JPanel line = line("[][]push[]");
    formula.putClientProperty("FlatLaf.style", "foreground: $Inferscope.muted; font: $small.font");
    line.add(formula, "wmin 0");
    line.add(bytes);
    line.add(share);
    return line;
  }

  private static JPanel line(String columns) {
    JPanel line =
        new JPanel(new MigLayout("insets 0, gap 8 0, fillx, novisualpadding", columns, "[center]"));
    line.setOpaque(false);
    return line;
  }

  private static Segment<CacheUse> segment(CacheUse use) {
    return switch (use) {
      case WITH ->
          new Segment<>(
              use, Texts.get("gpt2next.cache.with"), Texts.get("gpt2next.cache.with.tip"));
      case WITHOUT ->
          new Segment<>(
              use, Texts.get("gpt2next.cache.without"), Texts.get("gpt2next.cache.without.tip"));
      case BOTH ->
          new Segment<>(
              use, Texts.get("gpt2next.cache.both"), Texts.get("gpt2next.cache.both.tip"));
    };
  }

  /** Shows a change. */
  void refresh() {
    Optional<Gpt2Config> config = presenter.desk().model().map(ModelInUse::config);
    config.ifPresent(this::show);
    picture.refresh();
  }

  private void show(Gpt2Config config) {
    int read = presenter.readCached();
    use.setValue(presenter.settings().cache());
    formula.setText(NextWords.cacheFormula(config, read));
    bytes.show(
        Numbers.bytes(NextWords.cacheBytes(config, read)), Texts.get("gpt2next.cache.bytes.tip"));
    share.show(
        NextWords.percent((double) read / config.context()),
        Texts.get("gpt2next.cache.share.tip", Numbers.count(config.context())));
  }
}
