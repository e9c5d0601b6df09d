package org.inferscope.tab.gpt2.attention;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.model.gpt2.attention.HeadFigures.Head;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Scale;
import org.inferscope.ui.paint.Backdrop;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * Paints the small maps of all heads. They are kept as one picture for a pass and a size; a frame
 * copies it and outlines what is selected. Event thread.
 */
final class HeadGridPainter {
  private static final double VEIL = 0.8;

  private final Brush brush = new Brush();
  private final Brush backBrush = new Brush();
  private final Backdrop backdrop = new Backdrop();

  /** What the kept picture depends on; it holds on to no pass. */
  private record Content(
      int pass,
      boolean measured,
      Scale scale,
      Optional<HeadTag> filter,
      HeadGridLayout layout,
      ColorMap colours,
      boolean dark) {}

  /** Paints all, the selected head outlined, the one under the pointer too. */
  void paint(
      Graphics2D g,
      AttentionScene scene,
      HeadGridLayout layout,
      Optional<Head> hovered,
      boolean focused) {
    Content content =
        new Content(
            scene.number(),
            scene.figures().isPresent(),
            scene.settings().scale(),
            scene.settings().filter(),
            layout,
            Palette.magnitude(),
            Palette.isDark());
    backdrop.draw(g, content, layout.width(), layout.height(), back -> still(back, scene, layout));
    brush.take(g);
    double unit = Metrics.scale();
    hovered.ifPresent(
        head -> brush.outline(outline(layout, head), Palette.muted(), 2 * unit, unit));
    if (scene.isMean()) {
      Box row = layout.cell(scene.layer(), 0).union(layout.cell(scene.layer(), layout.heads() - 1));
      brush.outline(row, Palette.accent(), 2 * unit, unit);
    }
    Box selected = outline(layout, new Head(scene.layer(), scene.head()));
    brush.outline(selected, Palette.accent(), 2 * unit, (focused ? 3 : 2) * unit);
    brush.release();
  }

  private static Box outline(HeadGridLayout layout, Head head) {
    return layout.cell(head.layer(), head.head());
  }

  /** Fills the picture that is kept: maps, marks and names. */
  private void still(Graphics2D g, AttentionScene scene, HeadGridLayout layout) {
    backBrush.take(g);
    Box all = new Box(0, 0, layout.width(), layout.height());
    backBrush.fill(all, Palette.background(), 0);
    backBrush.release();
    maps(g, scene, layout);
    backBrush.take(g);
    for (int layer = 0; layer < layout.layers(); layer++) {
      for (int head = 0; head < layout.heads(); head++) {
        over(scene, layout, layer, head);
      }
    }
    if (!layout.named()) {
      edges(layout);
    }
    backBrush.release();
  }

  /** All maps at the size they have on the device, so that no pixel of theirs is blurred. */
  private static void maps(Graphics2D g, AttentionScene scene, HeadGridLayout layout) {
    double zoom = g.getTransform().getScaleX();
    int side = (int) Math.round(layout.side() * zoom);
    int[] pixels = new int[side * side];
    BufferedImage map = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Weights weights = new Weights(Palette.magnitude(), scene.settings().scale());
    int ground = Palette.cell().getRGB();
    Graphics2D device = (Graphics2D) g.create();
    device.scale(1 / zoom, 1 / zoom);
    for (int layer = 0; layer < layout.layers(); layer++) {
      for (int head = 0; head < layout.heads(); head++) {
        Arrays.fill(pixels, ground);
        weights.fill(
            pixels, 0, side, side, HeadFigures.rows(scene.trace(), layer, head), scene.tokens());
        map.getRaster().setDataElements(0, 0, side, side, pixels);
        Box box = layout.map(layer, head);
        device.drawImage(
            map, (int) Math.round(box.x() * zoom), (int) Math.round(box.y() * zoom), null);
      }
    }
    device.dispose();
  }

  private void over(AttentionScene scene, HeadGridLayout layout, int layer, int head) {
    Box map = layout.map(layer, head);
    if (layout.named()) {
      String name = new Head(layer, head).label();
      double width = name.length() * layout.type() * Brush.DIGIT_ASPECT;
      double high = layout.type() * 1.1;
      Box place = new Box(map.right() - width - 1, map.y() + 1, width, high);
      backBrush.number(name, place, layout.type(), Palette.muted());
    }
    List<HeadTag> tags =
        scene.figures().map(figures -> figures.of(layer, head).tags()).orElse(List.of());
    marks(layout.strip(layer, head), tags);
    if (scene.settings().filter().filter(tag -> !tags.contains(tag)).isPresent()) {
      backBrush.see(VEIL, () -> backBrush.fill(layout.cell(layer, head), Palette.background(), 0));
    }
  }

  /** Each tag has a place of its own in the strip, so that it is told by more than its colour. */
  private void marks(Box strip, List<HeadTag> tags) {
    List<HeadTag> all = HeadTag.all();
    double width = Math.floor(strip.w() / all.size());
    for (HeadTag tag : tags) {
      Box mark = new Box(strip.x() + all.indexOf(tag) * width, strip.y(), width - 1, strip.h());
      backBrush.fill(mark, TagColours.of(tag).fill(), 0);
    }
  }

  private void edges(HeadGridLayout layout) {
    double type = layout.type();
    int every = (int) Math.ceil(2.4 * type * Brush.DIGIT_ASPECT / (layout.side() + layout.gap()));
    for (int head = 0; head < layout.heads(); head += Math.max(1, every)) {
      Box map = layout.map(0, head);
      Box place = new Box(map.x(), 0, map.w(), layout.top());
      backBrush.number(String.valueOf(head), place, type, Palette.muted());
    }
    for (int layer = 0; layer < layout.layers(); layer++) {
      Box map = layout.map(layer, 0);
      Box place = new Box(0, map.y(), layout.left() - layout.gap(), map.h());
      backBrush.number(String.valueOf(layer), place, type, Palette.muted());
    }
  }
}
