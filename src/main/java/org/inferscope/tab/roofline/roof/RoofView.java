package org.inferscope.tab.roofline.roof;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.roofline.roof.RoofPoint.Group;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.chart.LineChart.Place;
import org.inferscope.ui.theme.Metrics;

/**
 * The view: the roofline with its points, intensity by the batch beside it, details and a table
 * below. Event thread.
 */
public final class RoofView extends JPanel {
  private static final int CHART = 130;

  /** Below this height, unscaled, the table gives way to the charts. */
  private static final int TABLE_FROM = 500;

  private final RoofPresenter presenter;
  private final RoofWords words;
  private final LineChart chart =
      new LineChart("roofline.roof.chart", Texts.get("rooflineroof.chart"), CHART);
  private final Map<Group, JCheckBox> groups = new EnumMap<>(Group.class);
  private final BatchView batch;
  private final DetailsView details;
  private final PointTable table;
  private final JLabel notice = FollowingPanel.muted("");
  private RoofScene scene;
  private RoofPicture picture;

  /** A view that shows what the presenter holds. */
  public RoofView(RoofPresenter presenter) {
    super(
        new MigLayout(
            "insets 2 12 8 12, gap 14 4, fill, novisualpadding, hidemode 3",
            "[grow 64,fill,0:0:][grow 36,fill,0:0:]",
            "[][grow 100,fill,130:230:][][grow 30,fill]"));
    this.presenter = presenter;
    words = new RoofWords(presenter);
    scene = new RoofScene(presenter, words);
    picture = new RoofPicture(presenter, words, scene);
    batch = new BatchView(presenter, words);
    details = new DetailsView(presenter, words);
    table = new PointTable(presenter, words);
    setName("roofline.roof");
    setOpaque(false);
    add(groupRow(), "wmin 10");
    add(FollowingPanel.muted(Texts.get("rooflineroof.batch.title")), "wrap, wmin 10");
    add(chart, "wmin 10, hmin 60");
    add(batch, "wrap, wmin 10, hmin 60");
    add(details, "spanx, wrap, wmin 10");
    add(table, "spanx, wmin 10, h 90:130:");
    chart.onPick((series, point) -> at(series, point).ifPresent(presenter::select));
    chart.onOpen((series, point) -> at(series, point).ifPresent(presenter::open));
    chart.onHover(() -> presenter.hover(chart.lit().flatMap(picture::at)));
    presenter.listen(this::refresh);
    presenter.listenToHover(details::refresh);
    refresh();
  }

  /** Where a point stands in the chart; empty where it is not in sight. */
  Optional<Place> placeOf(RoofPoint point) {
    return picture.placeOf(point);
  }

  private Optional<RoofPoint> at(int series, int point) {
    return picture.at(new Place(series, point));
  }

  private JPanel groupRow() {
    JPanel row = new JPanel(new MigLayout("insets 0, gap 10, novisualpadding", "", "[center]"));
    row.setOpaque(false);
    row.add(FollowingPanel.muted(Texts.get("rooflineroof.show")));
    add(row, Group.SCENARIOS, Texts.get("rooflineroof.show.scenarios"));
    add(row, Group.LAYER, Texts.get("rooflineroof.show.layer"));
    add(row, Group.MEASURED, Texts.get("rooflineroof.show.measured"));
    notice.setName("roofline.roof.notice");
    row.add(notice, "wmin 10");
    return row;
  }

  private void add(JPanel row, Group group, String name) {
    JCheckBox box = new JCheckBox(name);
    box.setName("roofline.roof.show." + group.name());
    box.setOpaque(false);
    box.addActionListener(event -> presenter.setShown(group, box.isSelected()));
    groups.put(group, box);
    row.add(box);
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean room = height >= Metrics.px(TABLE_FROM);
    if (room != table.isVisible()) {
      table.setVisible(room);
      refresh();
    }
    super.setBounds(x, y, width, height);
  }

  /** Shows a change, where the view is the one in front. */
  void refresh() {
    if (!presenter.isInFront()) {
      return;
    }
    groups.forEach((group, box) -> box.setSelected(presenter.isShown(group)));
    notice.setText(presenter.notice());
    if (!scene.isCurrent(presenter)) {
      scene = new RoofScene(presenter, words);
    }
    picture = new RoofPicture(presenter, words, scene);
    chart.update(picture.content());
    chart.choose(presenter.selected().flatMap(picture::placeOf));
    batch.refresh();
    details.refresh();
    if (table.isVisible()) {
      table.refresh();
    }
  }
}
