package org.inferscope.tab.gpt2.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.inferscope.model.gpt2.generate.CacheUse;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextPresenterTest {
  @TempDir static Path folder;
  private Gpt2Rig rig;
  private NextPresenter next;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    next = new NextPresenter(rig.presenter);
    rig.presenter.show(View.NEXT);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private List<Row> rows() {
    return next.rows(next.moment().orElseThrow());
  }

  @Test
  void listsWhatTheExampleSaysComesNext() {
    assertThat(rows()).hasSize(12);
    assertThat(rows().stream().limit(5).map(Row::word))
        .containsExactly("·a", "·associative", "·distributive", "·not", "·defined");
    assertThat(NextWords.percent(rows().get(0).candidate().probability())).isEqualTo("14.8 %");
    assertThat(rows()).noneMatch(Row::isChosen);
  }

  @Test
  void followsTheSelectedTokenAndMarksWhatComesAfterIt() {
    rig.presenter.selectToken(1);
    next.setBars(1);
    assertThat(next.moment().orElseThrow().position()).isEqualTo(1);
    List<Row> chosen = rows().stream().filter(Row::isChosen).toList();
    assertThat(chosen).hasSize(1);
    assertThat(chosen.get(0).word()).isEqualTo("·multiplication");
  }

  @Test
  void aTokenThatFollowsIsListedHoweverUnlikely() {
    next.setBars(2);
    next.writer().put(3 + 1, 2000);
    rig.settle();
    rig.presenter.selectToken(3);
    assertThat(rows()).hasSize(3);
    assertThat(rows().get(2).isChosen()).isTrue();
    assertThat(rows().get(2).candidate().id()).isEqualTo(2000);
  }

  @Test
  void aDragIsOneStepForUndo() {
    int depth = rig.presenter.history().depth();
    for (double temperature : new double[] {0.9, 1.0, 1.1}) {
      next.sample(old -> Knob.TEMPERATURE.with(old, temperature), "drag");
    }
    assertThat(rig.presenter.history().depth()).isEqualTo(depth + 1);
    next.endGesture();
    next.sample(old -> Knob.TEMPERATURE.with(old, 1.2), "drag");
    assertThat(rig.presenter.history().depth()).isEqualTo(depth + 2);
    rig.presenter.history().undo();
    assertThat(next.settings().sampling().temperature()).isEqualTo(1.1);
  }

  @Test
  void settingsNeedNoOtherPass() {
    int submitted = rig.compute.submitted();
    next.sample(old -> Knob.TOP_K.with(old, 3), null);
    assertThat(rig.compute.submitted()).isEqualTo(submitted);
    assertThat(rows().stream().filter(row -> row.candidate().chance() > 0)).hasSize(3);
  }

  @Test
  void whileItWritesTheListIsOfTheTokenChosenLast() {
    next.setTokens(5);
    next.setCache(CacheUse.WITH);
    next.writer().run();
    rig.compute.runOne();
    rig.compute.runOne();
    Moment moment = next.moment().orElseThrow();
    assertThat(moment.position()).isEqualTo(4);
    assertThat(moment.isTraced()).isFalse();
    assertThat(rows().stream().filter(Row::isChosen).map(row -> row.candidate().id()))
        .containsExactly(rig.presenter.state().generated().get(1));
    assertThat(next.read()).isEqualTo(5);
    rig.settle();
    assertThat(next.moment().orElseThrow().isTraced()).isTrue();
    assertThat(next.read()).isEqualTo(9);
  }

  @Test
  void withoutTheCacheNothingIsKept() {
    next.setCache(CacheUse.WITHOUT);
    assertThat(next.readCached()).isZero();
    next.setCache(CacheUse.WITH);
    assertThat(next.readCached()).isEqualTo(4);
  }

  @Test
  void theCaptionSaysWhatIsLikeliest() {
    assertThat(NextWords.caption(next))
        .isEqualTo(
            "After ·is the likeliest token is ·a with 14.8 %; 11 of 2,048 tokens can be chosen, and"
                + " its chance among them is 18.1 %.");
    next.sample(old -> SamplingSettings.likeliest(), null);
    assertThat(NextWords.caption(next)).endsWith("greedy, it is always chosen.");
  }

  @Test
  void exportsTheListAndTheSteps() {
    NextExport export = new NextExport(next);
    assertThat(export.topText().lines()).hasSize(13);
    next.setTokens(2);
    next.setCache(CacheUse.BOTH);
    next.writer().run();
    rig.settle();
    List<String> lines = export.stepsText().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("4," + rig.presenter.state().generated().get(0) + ",");
    assertThat(lines.get(1).split(",", -1)).hasSize(8).doesNotContain("");
  }

  @Test
  void percentagesAreShort() {
    assertThat(NextWords.percent(1)).isEqualTo("100.0 %");
    assertThat(NextWords.percent(0.0032)).isEqualTo("0.32 %");
    assertThat(NextWords.percent(0.00001)).isEqualTo("< 0.01 %");
    assertThat(NextWords.percent(0)).isEqualTo("0.00 %");
  }
}
