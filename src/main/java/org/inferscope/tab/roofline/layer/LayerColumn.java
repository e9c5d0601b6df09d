package org.inferscope.tab.roofline.layer;

import java.util.Optional;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.hardware.Roof.Bound;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointValues;
import org.inferscope.model.roofline.transformer.explain.TransformerFigure;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Product;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Rows;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Total;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** The columns of the table of products. */
enum LayerColumn {
  NAME,
  M,
  K,
  N,
  FLOPS,
  BYTES,
  INTENSITY,
  BOUND,
  TIME;

  /** The heading, with the unit. */
  String title() {
    return switch (this) {
      case NAME -> Texts.get("rooflinelayer.column.name");
      case M -> PointFigure.M.title();
      case K -> PointFigure.K.title();
      case N -> PointFigure.N.title();
      case FLOPS -> Texts.get("rooflinelayer.column.flops");
      case BYTES -> Texts.get("rooflinelayer.column.bytes");
      case INTENSITY -> Texts.get("rooflinelayer.column.intensity");
      case BOUND -> Texts.get("rooflinelayer.column.bound");
      case TIME -> Texts.get("rooflinelayer.column.time");
    };
  }

  /** What the column says, in a sentence. */
  String meaning() {
    return figure()
        .map(PointFigure::meaning)
        .orElseGet(
            () ->
                this == M
                    ? Texts.get("rooflinelayer.column.m.tip")
                    : Texts.get("rooflinelayer.column.name.tip"));
  }

  /** The figure of a product that a cell opens; empty for its name, and for rows of all groups. */
  private Optional<PointFigure> figure() {
    return switch (this) {
      case NAME, M -> Optional.empty();
      case K -> Optional.of(PointFigure.K);
      case N -> Optional.of(PointFigure.N);
      case FLOPS -> Optional.of(PointFigure.FLOPS);
      case BYTES -> Optional.of(PointFigure.BYTES);
      case INTENSITY -> Optional.of(PointFigure.INTENSITY);
      case BOUND -> Optional.of(PointFigure.WAITING);
      case TIME -> Optional.of(PointFigure.ROOF_TIME);
    };
  }

  /** The widest text that the column is made for. */
  String widest() {
    return switch (this) {
      case NAME -> "Attention \u00d7 values";
      case M -> "1,048,576";
      case K, N -> "131,072";
      case FLOPS -> "12,345.67";
      case BYTES -> "123.4 MB";
      case INTENSITY -> "1,024.0";
      case BOUND -> "arithmetic";
      case TIME -> "123.4 \u00b5s";
    };
  }

  /** What stands in the row of a product. */
  String text(LayerRow row) {
    return switch (this) {
      case NAME -> row.point().name();
      case M -> LayerNumbers.side(row.point().shape().rows());
      case K -> LayerNumbers.side(row.point().shape().k());
      case N -> LayerNumbers.side(row.point().shape().n());
      case FLOPS -> LayerNumbers.giga(row.flops());
      case BYTES -> PointValues.text(row.point(), PointFigure.BYTES);
      case INTENSITY -> Numbers.significant(row.point().intensity());
      case BOUND -> row.point().bound().map(LayerColumn::words).orElse(none());
      case TIME ->
          row.point().secondsAtRoof().isPresent()
              ? Numbers.duration(row.point().secondsAtRoof().getAsDouble())
              : none();
    };
  }

  private static String words(Bound bound) {
    return bound == Bound.MEMORY
        ? Texts.get("rooflinelayer.bound.memory")
        : Texts.get("rooflinelayer.bound.compute");
  }

  private static String none() {
    return Texts.get("rooflinelayer.none");
  }

  /** What stands in the row of the whole layer. */
  String total(TransformerSnapshot snapshot) {
    return switch (this) {
      case NAME -> Texts.get("rooflinelayer.total");
      case M, K, N, BOUND -> "";
      case FLOPS -> LayerNumbers.giga(snapshot.layer(When.NOW).flops());
      case BYTES -> TransformerFigure.LAYER_BYTES.text(snapshot, When.NOW);
      case INTENSITY ->
          Numbers.significant(
              snapshot.layer(When.NOW).flops()
                  / snapshot.layer(When.NOW).bytes(snapshot.formats()));
      case TIME -> TransformerFigure.LAYER_TIME.text(snapshot, When.NOW);
    };
  }

  /** What the cell of a product opens. */
  Optional<ValueRef> ref(LayerRow row) {
    return this == M
        ? Optional.of(new Rows(row.matmul(), When.NOW))
        : figure().map(figure -> Product.of(row.matmul(), figure));
  }

  /** What the cell of the whole layer opens. */
  Optional<ValueRef> totalRef() {
    return switch (this) {
      case FLOPS -> Optional.of(new Total(TransformerFigure.LAYER_FLOPS, When.NOW));
      case BYTES -> Optional.of(new Total(TransformerFigure.LAYER_BYTES, When.NOW));
      case INTENSITY -> Optional.of(new Total(TransformerFigure.LAYER_INTENSITY, When.NOW));
      case TIME -> Optional.of(new Total(TransformerFigure.LAYER_TIME, When.NOW));
      case NAME, M, K, N, BOUND -> Optional.empty();
    };
  }
}
