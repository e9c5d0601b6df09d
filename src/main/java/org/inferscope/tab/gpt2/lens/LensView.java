package org.inferscope.tab.gpt2.lens;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.CardLayout;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.JViewport;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.LensSettings;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.TextEdits;
import org.inferscope.ui.control.ToolTips;
import org.jspecify.annotations.Nullable;

/** The table, the target and its two charts. Event thread. */
final class LensView extends JPanel {
  private static final String TABLE = "table";
  private static final String EMPTY = "empty";
  private static final int COLUMNS = 10;

  private final LensPresenter presenter;
  private final CardLayout cards = new CardLayout();
  private final LensTable table;
  private final LensHeaders headers;
  private final LensCharts charts;
  private final JTextField target = new JTextField(COLUMNS);
  private final JLabel remark = FollowingPanel.muted("");
  private final JLabel note = FollowingPanel.muted("");
  private final Paragraph missing = Paragraph.muted("");
  private @Nullable LensScene scene;
  private boolean following;

  LensView(LensPresenter presenter) {
    this.presenter = presenter;
    setLayout(cards);
    setName("gpt2.lens");
    setOpaque(false);
    table = new LensTable(new Hand());
    headers = new LensHeaders(table, presenter.desk()::selectToken);
    charts = new LensCharts(presenter);
    prepareTarget();
    add(content(), TABLE);
    add(empty(), EMPTY);
    presenter.desk().listen(this::refresh);
    presenter.listen(this::refresh);
    presenter.follow();
    refresh();
  }

  private void prepareTarget() {
    target.setName("gpt2.lens.target");
    target.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
    target.setToolTipText(ToolTips.wrapped(Texts.get("gpt2lens.target.tip")));
    target.getAccessibleContext().setAccessibleName(Texts.get("gpt2lens.target"));
    TextEdits.listen(target, this::typed);
  }

  private void typed() {
    if (!following) {
      presenter.type(target.getText());
    }
  }

  private JPanel content() {
    JPanel content =
        new JPanel(
            new MigLayout(
                "insets 2 12 6 12, gap 16 6, fill, novisualpadding",
                "[grow 68,fill][grow 32,fill]",
                "[][grow,fill][]"));
    content.setOpaque(false);
    JLabel label = new JLabel(Texts.get("gpt2lens.target"));
    label.setLabelFor(target);
    remark.setName("gpt2.lens.remark");
    note.setName("gpt2.lens.note");
    content.add(label, "spanx, split 4, growx 0");
    content.add(target, "growx 0, wmin 120");
    content.add(remark, "growx, pushx, wmin 0");
    content.add(new ProbabilityLegend(), "growx 0, wrap");
    content.add(scrolled(), "grow, wmin 0, hmin 0, w 68%");
    content.add(both(), "grow, wmin 0, hmin 0, w 32%, wrap");
    content.add(note, "spanx, growx, wmin 0");
    return content;
  }

  private JScrollPane scrolled() {
    JScrollPane pane = new JScrollPane();
    JViewport viewport =
        new JViewport() {
          @Override
          public void doLayout() {
            super.doLayout();
            table.revealNew();
          }
        };
    viewport.setView(table);
    pane.setViewport(viewport);
    pane.setName("gpt2.lens.scroll");
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.setOpaque(false);
    viewport.setOpaque(false);
    pane.setRowHeaderView(headers.rows());
    pane.setColumnHeaderView(headers.columns());
    pane.getRowHeader().setOpaque(false);
    pane.getColumnHeader().setOpaque(false);
    return pane;
  }

  private JPanel both() {
    JPanel both =
        new JPanel(
            new MigLayout(
                "insets 0, gap 0 8, fill, wrap 1, novisualpadding",
                "[grow,fill]",
                "[grow,fill][grow,fill]"));
    both.setOpaque(false);
    both.add(charts.ranks(), "grow, wmin 0, hmin 40, sizegroupy c");
    both.add(charts.probabilities(), "grow, wmin 0, hmin 40, sizegroupy c");
    return both;
  }

  private JComponent empty() {
    JPanel empty = new JPanel(new MigLayout("insets 24, fill", "[grow,fill]", "[center]"));
    empty.setOpaque(false);
    missing.setName("gpt2.lens.empty");
    empty.add(missing, "wmin 0");
    return empty;
  }

  private void refresh() {
    Gpt2Presenter desk = presenter.desk();
    if (desk.state().view() != View.LENS) {
      return;
    }
    Optional<LensScene> next = presenter.scene();
    if (next.isPresent()) {
      show(next.get());
    } else {
      scene = null;
      missing.setText(desk.problem().isEmpty() ? Texts.get("gpt2lens.empty") : desk.problem());
    }
    cards.show(this, scene == null ? EMPTY : TABLE);
  }

  private void show(LensScene next) {
    LensScene before = scene;
    scene = next;
    table.show(next);
    headers.show(next);
    charts.show(next);
    if (before != null && before.token() != next.token()) {
      table.reveal(next.token());
    }
    showTarget(next);
    set(
        note,
        presenter.problem().isEmpty()
            ? next.lens().isComplete()
                ? Texts.get("gpt2lens.note")
                : Texts.get("gpt2lens.computing", LensWords.percent(presenter.part()))
            : presenter.problem());
  }

  private void showTarget(LensScene next) {
    LensSettings settings = presenter.desk().state().lens();
    if (!settings.text().equals(target.getText())) {
      following = true;
      target.setText(settings.text());
      following = false;
    }
    Target now = presenter.target();
    target.putClientProperty(
        FlatClientProperties.PLACEHOLDER_TEXT,
        settings.picked().isPresent() && next.target().isPresent()
            ? next.shown().word(next.target().getAsInt())
            : Texts.get("gpt2lens.target.own"));
    target.putClientProperty(
        FlatClientProperties.OUTLINE, now.isBad() ? FlatClientProperties.OUTLINE_ERROR : null);
    set(remark, settings.isOwn() && next.target().isPresent() ? own(next) : now.remark());
  }

  private static String own(LensScene scene) {
    return Texts.get(
        "gpt2lens.target.default",
        scene.shown().word(scene.target().orElseThrow()),
        scene.shown().tokens().word(scene.token()));
  }

  private static void set(JLabel label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }

  private final class Hand implements LensTable.LensHand {
    @Override
    public void explain(int state, int position) {
      LensScene now = scene;
      if (now != null) {
        now.lens()
            .cell(state, position)
            .ifPresent(
                cell ->
                    presenter
                        .desk()
                        .explain(
                            new Gpt2Ref.LensProbability(state, position, cell.top().get(0).id())));
      }
    }

    @Override
    public void follow(int position) {
      presenter.desk().selectToken(position);
    }

    @Override
    public void offer(int state, int position, int x, int y) {
      LensScene now = scene;
      if (now != null) {
        LensMenu.of(presenter, now, state, position).show(table, x, y);
      }
    }
  }
}
