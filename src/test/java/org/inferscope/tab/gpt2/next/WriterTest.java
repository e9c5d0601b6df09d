package org.inferscope.tab.gpt2.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.gpt2.Examples;
import org.inferscope.model.gpt2.generate.CacheUse;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.support.LostSoon;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded model writes on; jobs run when told to. */
class WriterTest {
  private static final String TINY =
      "src/test/resources/org/inferscope/io/gpt2/robustness/ok-plain";

  @TempDir static Path folder;
  private Gpt2Rig rig;
  private NextPresenter next;
  private Writer writer;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    next = new NextPresenter(rig.presenter);
    writer = next.writer();
    rig.presenter.show(View.NEXT);
    rig.settle();
    next.setCache(CacheUse.WITH);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void greedy() {
    next.sample(old -> SamplingSettings.likeliest(), null);
  }

  private List<Integer> generated() {
    return rig.presenter.state().generated();
  }

  private String text() {
    return rig.presenter.model().orElseThrow().tokenizer().decode(generated());
  }

  private void run(int tokens) {
    next.setTokens(tokens);
    writer.run();
    rig.settle();
  }

  @Test
  void greedilyWritesWhatTheExampleSays() {
    greedy();
    run(11);
    assertThat(text()).startsWith(Examples.load().get(0).continuation());
    assertThat(generated()).hasSize(11);
    assertThat(writer.isRunning()).isFalse();
    assertThat(writer.notice()).isEmpty();
    assertThat(rig.shown().tokens().generated()).isEqualTo(generated());
  }

  @Test
  void aLostDeviceIsSaidAndTheNextWritesOn() {
    greedy();
    for (int operations = 0; operations < 200; operations += 66) {
      LostSoon card = new LostSoon();
      rig.compute.change(card.backend());
      rig.settle();
      card.loseAfter(operations);
      run(11);
      assertThat(rig.compute.active().device().id()).isEqualTo("reference");
      assertThat(writer.isRunning()).isFalse();
      assertThat(writer.notice()).isEqualTo(LostSoon.SENTENCE);
      run(11 - generated().size());
      assertThat(text()).startsWith(Examples.load().get(0).continuation());
      writer.toStart();
      rig.settle();
    }
  }

  @Test
  void aRunIsOneStepForUndo() {
    run(3);
    assertThat(generated()).hasSize(3);
    rig.presenter.history().undo();
    rig.settle();
    assertThat(generated()).isEmpty();
    assertThat(rig.shown().tokens().size()).isEqualTo(4);
    rig.presenter.history().redo();
    assertThat(generated()).hasSize(3);
  }

  @Test
  void stepsOneTokenAtATimeAndGoesBack() {
    greedy();
    writer.step();
    rig.settle();
    List<Integer> one = generated();
    writer.step();
    rig.settle();
    assertThat(generated()).hasSize(2).startsWith(one.get(0));
    writer.back();
    rig.settle();
    assertThat(generated()).isEqualTo(one);
    assertThat(rig.shown().tokens().generated()).isEqualTo(one);
    writer.toStart();
    rig.settle();
    assertThat(generated()).isEmpty();
    assertThat(writer.canGoBack()).isFalse();
  }

  @Test
  void aStepAskedForWhileOneIsOnItsWayFollowsIt() {
    writer.step();
    writer.step();
    rig.settle();
    assertThat(generated()).hasSize(2);
  }

  @Test
  void theSameSeedWritesTheSameWhateverTheWay() {
    run(4);
    List<Integer> first = generated();
    writer.toStart();
    for (int i = 0; i < 4; i++) {
      writer.step();
      rig.settle();
    }
    assertThat(generated()).isEqualTo(first);
    writer.back();
    writer.back();
    run(2);
    assertThat(generated()).isEqualTo(first);
  }

  @Test
  void anotherSeedWritesSomethingElse() {
    run(4);
    List<Integer> first = generated();
    writer.toStart();
    next.sample(old -> new SamplingSettings(false, 1.5, 0, 1, 0, 1, 12345), null);
    run(4);
    assertThat(generated()).hasSize(4).isNotEqualTo(first);
  }

  @Test
  void bothWaysWriteTheSameAndAreMeasured() {
    next.setCache(CacheUse.BOTH);
    run(4);
    assertThat(writer.trail().steps()).hasSize(4).allMatch(Written::agrees);
    assertThat(writer.trail().steps())
        .allMatch(step -> step.cached().isPresent() && step.uncached().isPresent());
    assertThat(writer.trail().steps().stream().map(Written::read)).containsExactly(4, 1, 1, 1);
    assertThat(NextWords.agreement(writer.trail())).isEqualTo("4 tokens, the same both ways");
    List<Integer> both = generated();
    for (CacheUse use : List.of(CacheUse.WITH, CacheUse.WITHOUT)) {
      writer.toStart();
      next.setCache(use);
      run(4);
      assertThat(generated()).isEqualTo(both);
    }
    assertThat(writer.trail().steps()).noneMatch(step -> step.cached().isPresent());
  }

  @Test
  void stoppingKeepsWhatWasWrittenAndTracesIt() {
    next.setTokens(50);
    writer.run();
    for (int i = 0; i < 3; i++) {
      rig.compute.runOne();
    }
    assertThat(writer.isRunning()).isTrue();
    List<Integer> soFar = generated();
    writer.stop();
    assertThat(writer.isRunning()).isFalse();
    rig.settle();
    assertThat(generated()).isEqualTo(soFar).hasSize(3);
    assertThat(rig.shown().tokens().generated()).isEqualTo(soFar);
  }

  @Test
  void noPassIsTracedBetweenTheTokensOfARun() {
    int before = rig.compute.submitted();
    run(5);
    assertThat(rig.compute.submitted() - before).isEqualTo(5 + 1);
  }

  @Test
  void typingEndsTheRun() {
    next.setTokens(50);
    writer.run();
    rig.compute.runOne();
    rig.presenter.type("A row of");
    assertThat(writer.isRunning()).isFalse();
    rig.settle();
    assertThat(generated()).isEmpty();
    assertThat(rig.shown().tokens().words()).containsExactly("A", "·row", "·of");
    assertThat(writer.trail().steps()).isEmpty();
  }

  @Test
  void undoingEndsTheRun() {
    run(2);
    next.setTokens(50);
    writer.run();
    rig.compute.runOne();
    rig.presenter.history().undo();
    rig.settle();
    assertThat(writer.isRunning()).isFalse();
    assertThat(generated()).hasSize(2);
  }

  @Test
  void anotherViewEndsTheRunAndFollowsTheText() {
    next.setTokens(50);
    writer.run();
    rig.compute.runOne();
    rig.compute.runOne();
    rig.presenter.show(View.ATTENTION);
    rig.settle();
    assertThat(writer.isRunning()).isFalse();
    assertThat(rig.shown().tokens().generated()).isEqualTo(generated()).hasSize(2);
    assertThat(writer.isCacheOpen()).isFalse();
  }

  @Test
  void anotherModelEndsTheRunAndFreesTheCache() {
    next.setTokens(50);
    writer.run();
    rig.compute.runOne();
    rig.compute.runOne();
    assertThat(writer.isCacheOpen()).isTrue();
    rig.presenter.choose(TINY);
    rig.settle();
    assertThat(rig.presenter.modelId()).isEqualTo(TINY);
    assertThat(writer.isRunning()).isFalse();
    assertThat(writer.isCacheOpen()).isFalse();
    assertThat(generated()).isEmpty();
    rig.type("is");
    run(2);
    assertThat(generated()).hasSize(2);
  }

  @Test
  void anAlternativeTakesThePlaceAndTheRestIsWrittenAnew() {
    greedy();
    run(4);
    List<Integer> first = generated();
    List<Row> rows = next.alternatives(5);
    assertThat(rows).hasSize(NextPresenter.ALTERNATIVES);
    assertThat(rows.get(0).isChosen()).isTrue();
    assertThat(rows.get(0).candidate().id()).isEqualTo(first.get(1));
    int other = rows.get(2).candidate().id();
    writer.replace(5, other);
    rig.settle();
    assertThat(generated()).hasSize(4).startsWith(first.get(0), other);
    rig.presenter.history().undo();
    assertThat(generated()).isEqualTo(first);
  }

  @Test
  void theChosenOneCannotTakeItsOwnPlace() {
    run(2);
    int depth = rig.presenter.history().depth();
    writer.replace(4, generated().get(0));
    assertThat(rig.presenter.history().depth()).isEqualTo(depth);
  }

  @Test
  void aTokenOfTheListContinuesTheText() {
    List<Row> rows = next.rows(next.moment().orElseThrow());
    writer.put(4, rows.get(3).candidate().id());
    rig.settle();
    assertThat(generated()).containsExactly(rows.get(3).candidate().id());
    writer.put(2, 7);
    assertThat(generated()).hasSize(1);
  }

  @Test
  void alternativesAreKnownAfterALessonIsOpenedToo() {
    greedy();
    run(3);
    List<Row> before = next.alternatives(6);
    rig.presenter.history().reset(rig.presenter.state());
    NextPresenter other = new NextPresenter(rig.presenter);
    assertThat(other.writer().trail().steps()).isEmpty();
    assertThat(other.alternatives(6)).isEqualTo(before);
  }

  @Test
  void whatATokenBeatIsKnownWhileTheRunGoesOn() {
    next.setTokens(50);
    writer.run();
    for (int i = 0; i < 3; i++) {
      rig.compute.runOne();
    }
    List<Row> running = next.alternatives(5);
    assertThat(running.stream().filter(Row::isChosen).map(row -> row.candidate().id()))
        .containsExactly(generated().get(1));
    writer.stop();
    rig.settle();
    assertThat(next.alternatives(5).stream().map(row -> row.candidate().id()))
        .isEqualTo(running.stream().map(row -> row.candidate().id()).toList());
  }

  @Test
  void tokensOfALessonThatTheModelDoesNotKnowAreLeftBehind() {
    rig.presenter.change(state -> state.withGenerated(List.of(1_000_000)), "", null);
    rig.settle();
    assertThat(writer.canGoBack()).isFalse();
    run(2);
    assertThat(generated()).hasSize(2).doesNotContain(1_000_000);
  }

  @Test
  void saysThatTheContextIsFull() {
    rig.presenter.choose(TINY);
    rig.settle();
    rig.type("is");
    run(50);
    assertThat(rig.presenter.tokens().size()).isEqualTo(16);
    assertThat(writer.notice()).contains("16 tokens is full");
    assertThat(writer.isRunning()).isFalse();
    writer.step();
    rig.settle();
    assertThat(rig.presenter.tokens().size()).isEqualTo(16);
    assertThat(writer.notice()).contains("16 tokens is full");
  }

  @Test
  void saysThatTheModelHasEndedItsText() {
    greedy();
    rig.type("A byte-level tokenizer can encode Straße, 漢字 and 😀.");
    run(20);
    int end = rig.presenter.model().orElseThrow().tokenizer().endOfText().getAsInt();
    assertThat(generated()).containsExactly(end);
    assertThat(writer.notice()).isEqualTo("The model has ended its text.");
  }

  @Test
  void aFailureIsSaidAndTheTextStays() {
    run(2);
    next.setTokens(5);
    writer.run();
    rig.compute.failWith(new InferscopeException("The device is gone."));
    rig.settle();
    assertThat(writer.isRunning()).isFalse();
    assertThat(writer.notice()).isEqualTo("The device is gone.");
    assertThat(generated()).hasSize(2);
  }

  @Test
  void keepsTheTextAsThePrompt() {
    greedy();
    run(3);
    String written = text();
    writer.keep();
    rig.settle();
    assertThat(rig.presenter.state().prompt()).isEqualTo("The matrix multiplication is" + written);
    assertThat(generated()).isEmpty();
    assertThat(rig.shown().tokens().typed()).hasSize(7);
  }

  @Test
  void nothingIsWrittenAfterAnEmptyPrompt() {
    rig.presenter.type("");
    rig.settle();
    assertThat(writer.canWrite()).isFalse();
    writer.run();
    rig.settle();
    assertThat(writer.isRunning()).isFalse();
    assertThat(generated()).isEmpty();
  }
}
