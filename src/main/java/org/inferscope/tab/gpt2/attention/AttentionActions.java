package org.inferscope.tab.gpt2.attention;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.model.gpt2.attention.HeadFigures.Head;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Scale;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Subject;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the view, for the tab's menu and the command palette. Event thread. */
final class AttentionActions {
  private AttentionActions() {}

  /** All of them. */
  static List<AppAction> of(AttentionDesk desk) {
    AttentionExport export = new AttentionExport(desk);
    return List.of(
        find(desk, HeadTag.INDUCTION, Texts.get("attention.action.induction")),
        find(desk, HeadTag.PREVIOUS, Texts.get("attention.action.previous")),
        find(desk, HeadTag.FIRST, Texts.get("attention.action.first")),
        find(desk, HeadTag.DUPLICATE, Texts.get("attention.action.duplicate")),
        AppAction.of(
                "gpt2.attention.mean",
                Texts.get("attention.action.mean"),
                () -> desk.setSubject(isMean(desk) ? Subject.HEAD : Subject.LAYER))
            .toggle(() -> isMean(desk))
            .section("attention")
            .when(desk::isInFront)
            .build(),
        AppAction.of(
                "gpt2.attention.linear",
                Texts.get("attention.action.linear"),
                () -> desk.setScale(isLinear(desk) ? Scale.ROOT : Scale.LINEAR))
            .toggle(() -> isLinear(desk))
            .section("attention")
            .when(desk::isInFront)
            .build(),
        zoom(desk, "gpt2.attention.zoomIn", Texts.get("attention.action.zoomIn"), 1),
        zoom(desk, "gpt2.attention.zoomOut", Texts.get("attention.action.zoomOut"), -1),
        AppAction.of("gpt2.attention.csv", Texts.get("attention.action.csv.matrix"), export::matrix)
            .icon("save")
            .tooltip(Texts.get("attention.action.csv.matrix.tip"))
            .section("files")
            .when(() -> desk.scene().isPresent())
            .build(),
        AppAction.of(
                "gpt2.attention.csv.figures",
                Texts.get("attention.action.csv.figures"),
                export::figures)
            .icon("save")
            .tooltip(Texts.get("attention.action.csv.figures.tip"))
            .section("files")
            .when(() -> desk.scene().flatMap(AttentionScene::figures).isPresent())
            .build());
  }

  private static boolean isMean(AttentionDesk desk) {
    return desk.settings().subject() == Subject.LAYER;
  }

  private static boolean isLinear(AttentionDesk desk) {
    return desk.settings().scale() == Scale.LINEAR;
  }

  private static AppAction zoom(AttentionDesk desk, String id, String name, int steps) {
    return AppAction.of(id, name, () -> desk.zoom(steps))
        .section("attention")
        .when(desk::isInFront)
        .build();
  }

  /** Goes to the head with the largest score. */
  private static AppAction find(AttentionDesk desk, HeadTag tag, String name) {
    return AppAction.of(
            "gpt2.attention.find." + tag,
            name,
            () -> strongest(desk, tag.figure()).ifPresent(head -> go(desk, head)))
        .section("heads")
        .when(() -> strongest(desk, tag.figure()).isPresent())
        .build();
  }

  private static void go(AttentionDesk desk, Head head) {
    desk.select(head.layer(), head.head());
  }

  private static Optional<Head> strongest(AttentionDesk desk, HeadFigure figure) {
    return desk.scene()
        .flatMap(AttentionScene::figures)
        .flatMap(figures -> strongest(figures, figure));
  }

  private static Optional<Head> strongest(HeadFigures figures, HeadFigure figure) {
    Head first = figures.ranked(figure).get(0);
    OptionalDouble value = figures.of(first.layer(), first.head()).value(figure);
    return value.isPresent() ? Optional.of(first) : Optional.empty();
  }
}
