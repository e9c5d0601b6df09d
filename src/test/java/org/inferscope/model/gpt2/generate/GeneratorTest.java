package org.inferscope.model.gpt2.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.io.gpt2.EmbeddedModel;
import org.inferscope.io.gpt2.OpenModel;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.generate.Generation.End;
import org.inferscope.model.gpt2.generate.Generation.Step;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.support.TestModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts by the embedded model. */
class GeneratorTest {
  private static final SamplingSettings GREEDY = SamplingSettings.likeliest();

  @TempDir private static Path folder;

  private OpenModel open;
  private Backend backend;
  private Gpt2 model;

  @BeforeEach
  void load() {
    open = TestModels.in(folder).open(EmbeddedModel.ID);
    backend = new OpenBlasLoader().load();
    model = Gpt2.load(backend, open.weights(), () -> {});
  }

  @AfterEach
  void close() {
    model.close();
    backend.close();
    open.close();
  }

  private List<Integer> ids(String text) {
    return open.tokenizer().encode(text).stream().map(Token::id).toList();
  }

  private GenerationRequest request(String prompt, int most, SamplingSettings sampling) {
    return new GenerationRequest(ids(prompt), most, sampling, List.of(), 5, true);
  }

  private Generation run(GenerationRequest request) {
    return new Generator(model, open.tokenizer(), request, System::nanoTime)
        .run(step -> {}, () -> {});
  }

  @Test
  void writesTheExamplesContinuation() {
    Generation generation = run(request("The matrix multiplication is", 11, GREEDY));
    assertThat(generation.text()).startsWith(" a sum of products of a row and a column.");
    assertThat(generation.end()).isEqualTo(End.LENGTH);
    assertThat(generation.steps()).hasSize(11);
    for (Step step : generation.steps()) {
      assertThat(step.candidates()).hasSize(5);
      assertThat(step.candidates().get(0).id()).isEqualTo(step.id());
      assertThat(step.milliseconds()).isPositive();
    }
  }

  @Test
  void tellsEachStepBeforeTheNext() {
    List<Step> heard = new ArrayList<>();
    Generation generation =
        new Generator(model, open.tokenizer(), request("One two", 6, GREEDY), System::nanoTime)
            .run(heard::add, () -> {});
    assertThat(heard).isEqualTo(generation.steps());
    assertThat(heard.stream().map(Step::text).reduce("", String::concat))
        .isEqualTo(generation.text());
  }

  @Test
  void writesTheSameWithoutItsCache() {
    SamplingSettings settings = new SamplingSettings(false, 0.9, 20, 0.95, 0.01, 1.1, 7);
    GenerationRequest cached = request("The capital of France", 12, settings);
    GenerationRequest slow =
        new GenerationRequest(cached.prompt(), 12, settings, List.of(), 5, false);
    assertThat(run(slow).text()).isEqualTo(run(cached).text());
  }

  @Test
  void aSeedStandsForOneText() {
    GenerationRequest seven = request("Once", 20, SamplingSettings.plain(7));
    GenerationRequest eight = request("Once", 20, SamplingSettings.plain(8));
    assertThat(run(seven).text()).isEqualTo(run(seven).text());
    assertThat(run(seven).text()).isNotEqualTo(run(eight).text());
  }

  @Test
  void endsBeforeAStopText() {
    GenerationRequest plain = request("The matrix multiplication is", 10, GREEDY);
    GenerationRequest stopped =
        new GenerationRequest(plain.prompt(), 10, GREEDY, List.of("ducts of"), 0, true);
    Generation generation = run(stopped);
    assertThat(generation.text()).isEqualTo(" a sum of pro");
    assertThat(generation.end()).isEqualTo(End.STOP_TEXT);
  }

  @Test
  void endsClearlyWhereTheContextIsFull() {
    List<Integer> prompt = Collections.nCopies(250, 300);
    Generation generation = run(new GenerationRequest(prompt, 100, GREEDY, List.of(), 0, true));
    assertThat(generation.steps().size()).isLessThanOrEqualTo(6);
    assertThat(generation.end()).isIn(End.CONTEXT_FULL, End.END_OF_TEXT);
    List<Integer> full = Collections.nCopies(256, 300);
    Generation none = run(new GenerationRequest(full, 100, GREEDY, List.of(), 0, true));
    assertThat(none.steps()).isEmpty();
    assertThat(none.end()).isEqualTo(End.CONTEXT_FULL);
  }

  @Test
  void endsAtTheTokenForTheEnd() {
    int end = open.tokenizer().endOfText().orElseThrow();
    for (long seed = 0; seed < 20; seed++) {
      Generation generation = run(request("A story.", 200, SamplingSettings.plain(seed)));
      if (generation.end() == End.END_OF_TEXT) {
        List<Step> steps = generation.steps();
        assertThat(steps.get(steps.size() - 1).id()).isEqualTo(end);
        assertThat(generation.text()).doesNotContain("<|endoftext|>");
        return;
      }
    }
    throw new AssertionError("no text of the seeds ends");
  }

  @Test
  void isGivenUpBetweenTokens() {
    List<Step> heard = new ArrayList<>();
    Runnable checkpoint =
        () -> {
          if (heard.size() == 3) {
            throw new CancellationException();
          }
        };
    Generator generator =
        new Generator(model, open.tokenizer(), request("A", 50, GREEDY), System::nanoTime);
    assertThatThrownBy(() -> generator.run(heard::add, checkpoint))
        .isInstanceOf(CancellationException.class);
    assertThat(heard).hasSize(3);
    assertThat(run(request("The matrix multiplication is", 3, GREEDY)).text())
        .isEqualTo(" a sum of");
  }

  @Test
  void refusesAnEmptyPrompt() {
    assertThatThrownBy(() -> run(request("", 5, GREEDY)))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("no token");
  }
}
