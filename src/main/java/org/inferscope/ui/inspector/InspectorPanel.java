package org.inferscope.ui.inspector;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.action.Shortcuts;
import org.inferscope.ui.control.Copying;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ScrollablePanel;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Fonts;

/**
 * Shows how a number came to be: what it is, the formula, the same with its numbers, the terms as
 * bars, and the values they were read from, each a link further down. Event thread; can be painted
 * without a display.
 */
public final class InspectorPanel extends JPanel {
  private static final String NOTHING = "nothing";
  private static final String SOMETHING = "something";

  /** Longer formulas are cut: the terms below show the same, one by one. */
  private static final int LONGEST_FORMULA = 240;

  private static final float TITLE = 17;
  private static final float FORMULA = 15;

  private final InspectorModel model;
  private final TrailBar trail;
  private final CardLayout cards = new CardLayout();
  private final JPanel stack = new JPanel(cards);
  private final Paragraph title = new Paragraph("");
  private final Paragraph meaning = Paragraph.muted("");
  private final FitLabel value = new FitLabel();
  private final Paragraph formula = new Paragraph("");
  private final Paragraph substituted = new Paragraph("");
  private final Paragraph exactness = Paragraph.muted("");
  private final JPanel termsHead = new JPanel(new MigLayout("insets 0, fillx, novisualpadding"));
  private final JLabel termsTitle = new JLabel();
  private final SegmentedControl<Boolean> order = orderControl();
  private final TermList terms;
  private final JButton rest = new JButton();
  private final JLabel sourcesTitle = new JLabel(Texts.get("inspector.sources"));
  private final SourceLinks sources;
  private final JLabel alsoTitle = new JLabel(Texts.get("inspector.also"));
  private final SourceLinks also;
  private int most = TermRanking.FIRST;

  /** A panel that follows the model. */
  public InspectorPanel(InspectorModel model) {
    super(new BorderLayout());
    this.model = model;
    trail = new TrailBar(model);
    terms = new TermList(model);
    sources = new SourceLinks(model, "inspectorSources");
    also = new SourceLinks(model, "inspectorAlso");
    setName("inspectorPanel");
    setOpaque(false);
    stack.setOpaque(false);
    getAccessibleContext().setAccessibleName(Texts.get("inspector.title"));
    stack.add(emptyCard(), NOTHING);
    stack.add(explanationCard(), SOMETHING);
    add(stack);
    order.onChange(bySize -> refresh());
    rest.addActionListener(event -> showAll());
    bindKeys();
    addPropertyChangeListener("UI", event -> Edt.later(this::refresh));
    model.listen(this::follow);
    follow();
  }

  /** Back and forward on the trail, for the menu and the palette. */
  public List<AppAction> actions() {
    return trail.actions();
  }

  private static SegmentedControl<Boolean> orderControl() {
    return new SegmentedControl<>(
        "inspectorOrder",
        Texts.get("inspector.order"),
        List.of(
            new Segment<>(
                true, Texts.get("inspector.order.size"), Texts.get("inspector.order.size.tip")),
            new Segment<>(
                false,
                Texts.get("inspector.order.computed"),
                Texts.get("inspector.order.computed.tip"))));
  }

  private JPanel emptyCard() {
    JPanel card = new JPanel(new MigLayout("insets 24, fillx, aligny center"));
    card.setOpaque(false);
    Paragraph hint = Paragraph.muted(Texts.get("inspector.empty"));
    hint.setName("inspectorEmpty");
    card.add(hint, "growx, wmin 0");
    return card;
  }

  private JPanel explanationCard() {
    JPanel card = new JPanel(new BorderLayout());
    card.setOpaque(false);
    card.add(trail, BorderLayout.NORTH);
    JScrollPane scroll = new JScrollPane(body());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    card.add(scroll);
    return card;
  }

  private JPanel body() {
    ScrollablePanel body =
        new ScrollablePanel(
            new MigLayout(
                "insets 4 16 16 16, fillx, wrap 1, hidemode 3, novisualpadding",
                "[grow, fill, 0::]",
                "[]2[]8[]8[]4[]8[]16[]6[]4[]12[]4[]push"));
    body.setOpaque(false);
    title.setName("inspectorTitle");
    value.setName("inspectorValue");
    formula.setName("inspectorFormula");
    substituted.setName("inspectorSubstituted");
    exactness.setName("inspectorExact");
    termsHead.setOpaque(false);
    termsHead.add(termsTitle, "pushx");
    termsHead.add(order);
    body.add(title, "wmin 0");
    body.add(meaning, "wmin 0");
    body.add(valueLine());
    body.add(formula, "wmin 0");
    body.add(substituted, "wmin 0");
    body.add(exactnessAndLinks(), "wmin 0");
    body.add(termsHead);
    body.add(terms, "wmin 0");
    body.add(rest, "growx 0");
    body.add(sourcesTitle);
    body.add(sources, "wmin 0");
    return body;
  }

  private JPanel exactnessAndLinks() {
    JPanel lines =
        new JPanel(
            new MigLayout(
                "insets 0, fillx, wrap 1, hidemode 3, novisualpadding",
                "[grow, fill, 0::]",
                "[]12[]4[]"));
    lines.setOpaque(false);
    lines.add(exactness, "wmin 0");
    lines.add(alsoTitle);
    lines.add(also, "wmin 0");
    return lines;
  }

  private JPanel valueLine() {
    JPanel line = new JPanel(new MigLayout("insets 0, fillx, novisualpadding", "[grow, 0::][]"));
    line.setOpaque(false);
    AppAction copy =
        AppAction.of("inspector.copy", Texts.get("inspector.copy"), this::copy)
            .icon("copy")
            .build();
    line.add(value, "growx, wmin 0");
    line.add(ActionButtons.icon(copy));
    return line;
  }

  private void bindKeys() {
    trail.actions().forEach(action -> action.keys().forEach(key -> bind(key, action::perform)));
    bind(Shortcuts.key(KeyEvent.VK_BACK_SPACE), model::back);
    bind(Shortcuts.menu(KeyEvent.VK_C), this::copy);
  }

  private void bind(KeyStroke stroke, Runnable work) {
    getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(stroke, stroke);
    getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                work.run();
              }
            });
  }

  private void copy() {
    boolean done = model.current().map(ShownValue::everything).map(Copying::put).orElse(true);
    value.setToolTipText(done ? value.getText() : Texts.get("inspector.copy.busy"));
  }

  private void showAll() {
    most = Integer.MAX_VALUE;
    refresh();
  }

  private void follow() {
    most = TermRanking.FIRST;
    refresh();
  }

  private void refresh() {
    setFonts();
    trail.refresh();
    model.current().ifPresent(this::explain);
    cards.show(stack, model.isEmpty() ? NOTHING : SOMETHING);
    revalidate();
    repaint();
  }

  private void setFonts() {
    title.setFont(Fonts.strong(TITLE));
    termsTitle.setFont(Fonts.strong(Fonts.BODY));
    sourcesTitle.setFont(Fonts.strong(Fonts.BODY));
    alsoTitle.setFont(Fonts.strong(Fonts.BODY));
    formula.setFont(Fonts.text(FORMULA));
    substituted.setFont(Fonts.mono(Fonts.BODY));
  }

  private void explain(Explanation explanation) {
    title.setText(explanation.title());
    meaning.setText(explanation.meaning());
    value.setText(ShownValue.withUnit(explanation));
    value.setToolTipText(ShownValue.full(explanation.shown()));
    value.getAccessibleContext().setAccessibleName(explanation.title() + " = " + value.getText());
    formulaText(formula, explanation.formula());
    formulaText(substituted, explanation.substituted());
    exactness.setText(ShownValue.exactness(explanation));
    exactness.setVisible(!explanation.isLeaf() || explanation.error() != 0);
    explainTerms(explanation.terms());
    boolean extra = explanation.terms().stream().allMatch(term -> term.sources().isEmpty());
    sources.show(extra ? explanation.sources() : List.of());
    sourcesTitle.setVisible(extra && !explanation.sources().isEmpty());
    also.show(explanation.seeAlso());
    alsoTitle.setVisible(!explanation.seeAlso().isEmpty());
  }

  private static void formulaText(Paragraph paragraph, String text) {
    String cut = text.length() > LONGEST_FORMULA ? text.substring(0, LONGEST_FORMULA) + " …" : text;
    paragraph.setText(cut);
    paragraph.setVisible(!text.isEmpty());
  }

  private void explainTerms(List<Term> all) {
    TermRanking ranking = TermRanking.of(all, order.value(), most);
    terms.show(ranking);
    terms.setVisible(!all.isEmpty());
    termsHead.setVisible(!all.isEmpty());
    order.setVisible(all.size() > 1);
    termsTitle.setText(Texts.get("inspector.terms", Numbers.count(all.size()), all.size()));
    rest.setVisible(ranking.restCount() > 0);
    rest.setText(
        Texts.get(
            "inspector.rest", Numbers.count(ranking.restCount()), Numbers.cell(ranking.restSum())));
  }
}
