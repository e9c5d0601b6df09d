package org.inferscope.tab.roofline.roof;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.roofline.MatmulShape.Right;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointValues;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.roofline.roof.RoofPoint.Group;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Metrics;

/** The point under the pointer, else the one that is lit: its figures and what they mean. */
final class DetailsView extends JPanel {
  private static final List<PointFigure> FIGURES =
      List.of(
          PointFigure.INTENSITY,
          PointFigure.ATTAINABLE,
          PointFigure.ROOF_TIME,
          PointFigure.WAITING,
          PointFigure.ROWS_NEEDED,
          PointFigure.RATE,
          PointFigure.SHARE);

  private final RoofPresenter presenter;
  private final RoofWords words;
  private final JLabel title = new JLabel();
  private final JLabel shape = FollowingPanel.muted("");
  private final Paragraph sentence = new Paragraph("");
  private final Paragraph whatIf = new Paragraph("");
  private final Paragraph elsewhere = Paragraph.muted("");
  private final JButton matmul = new JButton(Texts.get("rooflineroof.open.matmul"));
  private final JButton linear = new JButton(Texts.get("rooflineroof.open.linear"));
  private final Map<PointFigure, Shown> figures = new EnumMap<>(PointFigure.class);

  /** A figure's button, and what it stands in with its name. */
  private record Shown(FigureButton button, JPanel cell) {}

  DetailsView(RoofPresenter presenter, RoofWords words) {
    super(
        new MigLayout(
            "insets 4 0 4 0, gap 4 1, fillx, wrap 1, novisualpadding, hidemode 3", "[grow,fill]"));
    this.presenter = presenter;
    this.words = words;
    setName("roofline.roof.details");
    setOpaque(false);
    add(head(), "wmin 10");
    sentence.setName("roofline.roof.sentence");
    add(sentence, "wmin 10");
    add(figureRow(), "wmin 10");
    whatIf.setName("roofline.roof.whatIf");
    add(whatIf, "wmin 10");
    elsewhere.setName("roofline.roof.elsewhere");
    add(elsewhere, "wmin 10");
  }

  private JPanel head() {
    JPanel head =
        new JPanel(
            new MigLayout(
                "insets 0, gap 8, fillx, novisualpadding", "[][grow,fill][][]", "[center]"));
    head.setOpaque(false);
    title.setName("roofline.roof.point");
    title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
    head.add(title, "wmin 10");
    head.add(shape, "wmin 10");
    head.add(button(matmul, "roofline.roof.openInMatmul"));
    head.add(button(linear, "roofline.roof.openInLinear"));
    matmul.setToolTipText(Texts.get("rooflineroof.open.matmul.tip"));
    linear.setToolTipText(Texts.get("rooflineroof.open.linear.tip"));
    matmul.addActionListener(
        event -> presenter.desk().openInMatmul(presenter.detailed().point().shape()));
    linear.addActionListener(
        event -> presenter.desk().openInLinear(presenter.detailed().point().shape()));
    return head;
  }

  private static JButton button(JButton button, String name) {
    button.setName(name);
    button.putClientProperty(FlatClientProperties.STYLE, "margin: 2,8,2,8");
    return button;
  }

  private JPanel figureRow() {
    JPanel row =
        new JPanel(new MigLayout("insets 0, gap 12 0, novisualpadding, hidemode 3", "", "[top]"));
    row.setOpaque(false);
    for (PointFigure figure : FIGURES) {
      FigureButton button =
          new FigureButton(
              "roofline.roof.figure." + figure.name(),
              figure.title(),
              () -> presenter.explain(presenter.detailed(), figure));
      JPanel cell = new JPanel(new MigLayout("insets 0, gap 0, wrap 1, novisualpadding", "[left]"));
      cell.setOpaque(false);
      cell.add(FollowingPanel.muted(title(figure)), "gapleft 5");
      cell.add(button);
      figures.put(figure, new Shown(button, cell));
      row.add(cell);
    }
    return row;
  }

  private static String title(PointFigure figure) {
    return figure == PointFigure.ROWS_NEEDED ? Texts.get("rooflineroof.needed") : figure.title();
  }

  /** Shows the point that the details are about now. */
  void refresh() {
    RoofPoint point = presenter.detailed();
    title.setText(point.point().name());
    shape.setText(RoofWords.shape(point.point()));
    sentence.setText(words.sentence(point));
    show(whatIf, words.whatIf(point));
    show(elsewhere, Metrics.isProjector() ? "" : words.elsewhere(point));
    boolean measured = point.group() == Group.MEASURED;
    figures.forEach(
        (figure, shown) -> {
          boolean applies = PointValues.value(point.point(), figure).isPresent();
          shown.cell().setVisible(applies && !isSpare(figure, measured));
          shown
              .button()
              .show(PointValues.text(point.point(), figure), ToolTips.wrapped(figure.meaning()));
        });
    linear.setEnabled(!measured && point.point().shape().right() == Right.WEIGHTS);
  }

  /** What says little of a measured point, to leave room for what says more. */
  private static boolean isSpare(PointFigure figure, boolean measured) {
    return measured && (figure == PointFigure.WAITING || figure == PointFigure.ROWS_NEEDED);
  }

  private static void show(Paragraph paragraph, String text) {
    paragraph.setVisible(!text.isEmpty());
    if (!text.equals(paragraph.getText())) {
      paragraph.setText(text);
    }
  }
}
