package org.inferscope.model.gpt2.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.gpt2.Decoder;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.RandomWeights;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritingTest {
  private static final Gpt2Config CONFIG = new Gpt2Config(2, 2, 8, 32, 24, 40, Gpt2Config.EPSILON);
  private static final SamplingSettings DRAWN =
      new SamplingSettings(false, 1.2, 0, 0.95, 0, 1.1, 5);

  private final ReferenceBackend backend = new ReferenceBackend();
  private final RandomWeights weights = new RandomWeights(CONFIG, 7);
  private final Gpt2 model = Gpt2.load(backend, weights, () -> {});
  private final Writing writing = new Writing(System::nanoTime);

  @AfterEach
  void close() {
    writing.close();
    model.close();
  }

  private static WritingRequest request(List<Integer> ids, int written, CacheUse cache) {
    return new WritingRequest(ids, written, 4, DRAWN, 3, cache);
  }

  private Written step(List<Integer> ids, int written, CacheUse cache) {
    return writing.step(model, request(ids, written, cache), () -> {}).written();
  }

  private List<Integer> write(List<Integer> prompt, int tokens, CacheUse cache) {
    List<Integer> ids = new ArrayList<>(prompt);
    for (int i = 0; i < tokens; i++) {
      ids.add(step(ids, i, cache).id());
    }
    return ids;
  }

  @Test
  void writesTheSameWithTheCacheAndWithoutAndLikeTheGenerator() {
    List<Integer> prompt = List.of(3, 1, 4);
    List<Integer> cached = write(prompt, 12, CacheUse.WITH);
    assertThat(write(prompt, 12, CacheUse.WITHOUT)).isEqualTo(cached);
    assertThat(writing.isOpen()).isFalse();
    assertThat(write(prompt, 12, CacheUse.BOTH)).isEqualTo(cached);
  }

  @Test
  void readsOnlyWhatIsNew() {
    Written first = step(List.of(3, 1, 4), 0, CacheUse.WITH);
    assertThat(first.read()).isEqualTo(3);
    Written next = step(List.of(3, 1, 4, 9), 1, CacheUse.WITH);
    assertThat(next.read()).isEqualTo(1);
    assertThat(writing.length()).isEqualTo(4);
    Written elsewhere = step(List.of(3, 1, 8, 9, 2), 2, CacheUse.WITH);
    assertThat(elsewhere.read()).isEqualTo(3);
    assertThat(writing.length()).isEqualTo(5);
    Written again = step(List.of(3, 1), 0, CacheUse.WITH);
    assertThat(again.read()).isEqualTo(1);
    assertThat(again.choice())
        .isEqualTo(
            new Writing(System::nanoTime)
                .step(model, request(List.of(3, 1), 0, CacheUse.WITHOUT), () -> {})
                .written()
                .choice());
  }

  @Test
  void growsUpToTheContextAndNoFurther() {
    List<Integer> all = write(List.of(1), 23, CacheUse.WITH);
    assertThat(all).hasSize(24);
    assertThat(write(List.of(1), 23, CacheUse.WITHOUT)).isEqualTo(all);
    List<Integer> tooMany = new ArrayList<>(all);
    tooMany.add(0);
    assertThatThrownBy(() -> writing.step(model, request(tooMany, 0, CacheUse.WITH), () -> {}))
        .isInstanceOf(InferscopeException.class);
  }

  @Test
  void aStepGivenUpLeavesItReadyForAnother() {
    List<Integer> ids = List.of(3, 1, 4, 1, 5);
    step(ids, 0, CacheUse.WITH);
    List<Integer> longer = List.of(3, 1, 4, 1, 5, 9, 2);
    assertThatThrownBy(
            () ->
                writing.step(
                    model,
                    request(longer, 1, CacheUse.WITH),
                    () -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
    Written step = step(longer, 1, CacheUse.BOTH);
    assertThat(step.agrees()).isTrue();
    assertThat(step.read()).isEqualTo(2);
  }

  @Test
  void theCacheEndsWithItsModelAndAnotherModelBeginsANewOne() {
    step(List.of(3, 1), 0, CacheUse.WITH);
    assertThat(writing.isOpen()).isTrue();
    try (Gpt2 other = Gpt2.load(backend, new RandomWeights(CONFIG, 8), () -> {})) {
      model.close();
      assertThat(writing.isOpen()).isFalse();
      Written step =
          writing.step(other, request(List.of(3, 1, 2), 1, CacheUse.BOTH), () -> {}).written();
      assertThat(step.read()).isEqualTo(3);
      assertThat(step.agrees()).isTrue();
    }
    assertThat(writing.isOpen()).isFalse();
  }

  @Test
  void aDecoderIsClosedWithItsModelAtTheLatest() {
    Decoder early = model.decoder(3);
    Decoder late = model.decoder(3);
    early.close();
    assertThat(early.isClosed()).isTrue();
    assertThat(late.isClosed()).isFalse();
    model.close();
    assertThat(late.isClosed()).isTrue();
    late.close();
  }

  @Test
  void timesAreTheClocks() {
    long[] now = {0};
    try (Writing timed = new Writing(() -> now[0] += 2_000_000)) {
      Written step =
          timed.step(model, request(List.of(1, 2), 0, CacheUse.BOTH), () -> {}).written();
      assertThat(step.cached()).hasValue(2);
      assertThat(step.uncached()).hasValue(2);
    }
  }

  @Test
  void mediansLeaveOutTheStepThatReadsThePrompt() {
    List<Written> steps = new ArrayList<>();
    List<Integer> ids = new ArrayList<>(List.of(3, 1, 4));
    long[] now = {0};
    long[] step = {9_000_000};
    try (Writing timed = new Writing(() -> now[0] += step[0])) {
      for (long took : new long[] {9, 1, 5, 3}) {
        step[0] = took * 1_000_000;
        Written written =
            timed.step(model, request(ids, steps.size(), CacheUse.BOTH), () -> {}).written();
        steps.add(written);
        ids.add(written.id());
      }
    }
    assertThat(WritingTimes.median(steps, true)).hasValue(3);
    assertThat(WritingTimes.speedup(steps)).hasValue(1);
    assertThat(WritingTimes.median(steps.subList(0, 1), true)).isEmpty();
    assertThat(WritingTimes.median(List.of(), false)).isEmpty();
  }
}
