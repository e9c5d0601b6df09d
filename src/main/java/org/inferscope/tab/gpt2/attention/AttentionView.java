package org.inferscope.tab.gpt2.attention;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Scale;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Subject;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FlowBar;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;

/**
 * The view: controls, then the small maps, the large one and its figures side by side, and the arcs
 * below. Where there is nothing to show, a sentence says why. Event thread.
 */
final class AttentionView extends JPanel {
  private static final String STAGE = "stage";
  private static final String EMPTY = "empty";

  private final AttentionDesk desk;
  private final CardLayout cards = new CardLayout();
  private final JLabel empty = FollowingPanel.muted("");
  private final JLabel notice = FollowingPanel.muted("");
  private final HeadGrid grid;
  private final PatternMap map;
  private final ArcBand arcs;
  private final FigureList figures;
  private final RepeatOffer offer;
  private final TagBar tags;
  private final FlowBar bar;
  private final ScaleBar scaleBar = new ScaleBar();
  private final SegmentedControl<Subject> subject;
  private final SegmentedControl<Scale> scale;

  AttentionView(AttentionDesk desk) {
    this.desk = desk;
    setLayout(cards);
    setOpaque(false);
    setName("gpt2.attention");
    grid = new HeadGrid(desk);
    map = new PatternMap(desk);
    arcs = new ArcBand(desk);
    figures = new FigureList(desk);
    offer = new RepeatOffer(desk);
    tags = new TagBar(desk);
    subject = subjects(desk);
    scale = scales(desk);
    bar = new FlowBar("gpt2.attention.bar", List.of(subject, colours(), offer), 2);
    empty.setHorizontalAlignment(JLabel.CENTER);
    add(stage(), STAGE);
    add(empty, EMPTY);
    desk.listen(this::refresh);
    refresh();
  }

  private static SegmentedControl<Subject> subjects(AttentionDesk desk) {
    SegmentedControl<Subject> control =
        new SegmentedControl<>(
            "gpt2.attention.subject",
            Texts.get("attention.subject"),
            List.of(
                new Segment<>(
                    Subject.HEAD,
                    Texts.get("attention.subject.head"),
                    Texts.get("attention.subject.head.tip")),
                new Segment<>(
                    Subject.LAYER,
                    Texts.get("attention.subject.layer"),
                    Texts.get("attention.subject.layer.tip"))),
            8);
    control.onChange(desk::setSubject);
    return control;
  }

  private static SegmentedControl<Scale> scales(AttentionDesk desk) {
    SegmentedControl<Scale> control =
        new SegmentedControl<>(
            "gpt2.attention.scale",
            Texts.get("attention.scale"),
            List.of(
                new Segment<>(
                    Scale.ROOT,
                    Texts.get("attention.scale.root"),
                    Texts.get("attention.scale.root.tip")),
                new Segment<>(
                    Scale.LINEAR,
                    Texts.get("attention.scale.linear"),
                    Texts.get("attention.scale.linear.tip"))),
            8);
    control.onChange(desk::setScale);
    return control;
  }

  private JComponent colours() {
    JPanel colours = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding", "", "[center]"));
    colours.setOpaque(false);
    colours.add(scale);
    colours.add(scaleBar);
    return colours;
  }

  private JComponent stage() {
    JPanel left =
        new JPanel(
            new MigLayout("insets 0, gap 0 4, wrap 1, fill", "[grow,fill]", "[grow,fill][]"));
    left.setOpaque(false);
    left.add(scrolling(grid), "wmin 0, hmin 0");
    left.add(tags, "wmin 0");
    JPanel middle =
        new JPanel(
            new MigLayout(
                "insets 4 12 4 12, gap 12, fill",
                "[32%,fill][grow,fill][pref!,fill]",
                "[grow,fill]"));
    middle.setOpaque(false);
    middle.add(left, "wmin 0, hmin 0");
    middle.add(map, "wmin 0, hmin 0");
    middle.add(figures, "aligny top, hmin 0");
    JPanel stage =
        new JPanel(
            new MigLayout(
                "insets 0, gap 0, wrap 1, fill, hidemode 3", "[grow,fill]", "[][grow,fill][][]"));
    stage.setOpaque(false);
    stage.add(bar, "wmin 0");
    stage.add(middle, "wmin 0, hmin 0");
    stage.add(scrolling(arcs), "wmin 0, gapleft 12, gapright 12, gapbottom 6");
    stage.add(notice, "wmin 0, gapleft 12, gapbottom 4");
    JPanel around = new JPanel(new BorderLayout());
    around.setOpaque(false);
    around.add(stage);
    return around;
  }

  private static JScrollPane scrolling(JComponent content) {
    JScrollPane pane = new JScrollPane(content);
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.setOpaque(false);
    pane.getViewport().setOpaque(false);
    return pane;
  }

  private void refresh() {
    Optional<AttentionScene> scene = desk.scene();
    cards.show(this, scene.isPresent() ? STAGE : EMPTY);
    if (scene.isEmpty()) {
      empty.setText(desk.emptiness());
      return;
    }
    AttentionScene now = scene.get();
    subject.setValue(now.settings().subject());
    scale.setValue(now.settings().scale());
    scaleBar.show(now.settings().scale());
    tags.show(now);
    grid.show(now);
    map.show(now);
    figures.show(now);
    if (offer.show(now)) {
      bar.refresh();
    }
    arcs.show(now);
    notice.setText(desk.notice());
    notice.setVisible(!desk.notice().isEmpty());
  }
}
