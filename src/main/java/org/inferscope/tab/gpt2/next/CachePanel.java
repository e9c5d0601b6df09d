package org.inferscope.tab.gpt2.next;

import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.generate.explain.NextRef;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.ToolTips;

/** The KV cache as a picture, and its bytes with their formula. Event thread. */
final class CachePanel extends JPanel {
  private final NextPresenter presenter;
  private final CacheView picture;
  private final JLabel formula = new JLabel();
  private final JLabel positions = new JLabel();
  private final FigureButton bytes;
  private final FigureButton share;

  CachePanel(NextPresenter presenter) {
    super(
        new MigLayout("insets 0, gap 2, fill, novisualpadding", "[grow,fill]", "[][grow,fill]"));
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
    JPanel line = new JPanel(new MigLayout("insets 0, gap 0, fillx, novisualpadding", "[][][]push[][]"));
    line.setOpaque(false);
    JLabel title = new JLabel(Texts.get("gpt2next.cache"));
    title.putClientProperty("FlatLaf.styleClass", "h4");
    formula.putClientProperty("FlatLaf.style", "foreground: $Inferscope.muted");
    positions.putClientProperty("FlatLaf.style", "foreground: $Inferscope.muted");
    line.add(title, "gapright 8");
    line.add(formula, "wmin 0");
    line.add(bytes);
    line.add(positions, "wmin 0");
    line.add(share);
    add(line, "wrap, wmin 0");
    add(picture, "grow, wmin 0, hmin 30");
  }

  /** Shows a change. */
  void refresh() {
    Optional<Gpt2Config> config = presenter.desk().model().map(ModelInUse::config);
    config.ifPresent(this::show);
    picture.refresh();
  }

  private void show(Gpt2Config config) {
    int read = presenter.readCached();
    formula.setText(NextWords.cacheFormula(config, read));
    bytes.show(
        Numbers.bytes(NextWords.cacheBytes(config, read)), Texts.get("gpt2next.cache.bytes.tip"));
    positions.setText(
        Texts.get(
            "gpt2next.cache.positions", Numbers.count(read), Numbers.count(config.context())));
    share.show(
        NextWords.percent((double) read / config.context()),
        Texts.get("gpt2next.cache.share.tip", Numbers.count(config.context())));
  }
}
