package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.gpt2.RobustnessModels;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.support.NoFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Gpt2PresenterTest {

  @TempDir Path folder;
  private Gpt2Rig rig;
  private Gpt2Presenter presenter;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    presenter = rig.presenter;
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void opensOnTheNotebooksPromptWithTheEmbeddedModel() {
    assertThat(rig.shown().tokens().words())
        .containsExactly("The", "·matrix", "·multiplication", "·is");
    assertThat(rig.shown().trace().tokens()).isEqualTo(4);
    assertThat(presenter.token()).isEqualTo(3);
    Distribution.Scored best = rig.shown().trace().next().top(1).get(0);
    assertThat(rig.shown().word(best.id())).isEqualTo("·a");
    assertThat(best.probability()).isBetween(0.1474, 0.1494);
  }

  @Test
  void tokensAreThereAtOnceAndThePassAfterAPause() {
    Shown before = rig.shown();
    presenter.type("The matrix");
    assertThat(presenter.tokens().words()).containsExactly("The", "·matrix");
    assertThat(presenter.shown()).containsSame(before);
    assertThat(presenter.isTracing()).isTrue();
    rig.settle();
    assertThat(rig.shown().tokens().size()).isEqualTo(2);
    assertThat(presenter.isTracing()).isFalse();
  }

  @Test
  void onlyTheLastOfABurstIsTraced() {
    int submitted = rig.compute.submitted();
    presenter.type("A");
    presenter.type("A matrix");
    presenter.type("A matrix is");
    assertThat(rig.pauses).hasSize(1);
    rig.settle();
    assertThat(rig.compute.submitted()).isEqualTo(submitted + 1);
    assertThat(rig.shown().tokens().words()).containsExactly("A", "·matrix", "·is");
  }

  @Test
  void aPassThatIsOvertakenIsNeverShown() {
    presenter.type("A");
    rig.pauses.removeFirst().run();
    presenter.type("The");
    rig.pauses.removeFirst().run();
    List<List<String>> seen = new ArrayList<>();
    presenter.listen(() -> seen.add(rig.shown().tokens().words()));
    rig.settle();
    assertThat(seen).isNotEmpty().doesNotContain(List.of("A")).endsWith(List.of("The"));
  }

  @Test
  void whatWasTypedStaysWhereItIsTooLong() {
    Shown before = rig.shown();
    String text = "matrix ".repeat(300);
    presenter.type(text);
    rig.settle();
    assertThat(presenter.state().prompt()).isEqualTo(text);
    assertThat(presenter.tooMany()).isEqualTo(presenter.tokens().size() - 256).isPositive();
    assertThat(presenter.problem()).contains("more than the 256");
    assertThat(presenter.shown()).containsSame(before);

    rig.type("The");
    assertThat(presenter.problem()).isEmpty();
    assertThat(presenter.tooMany()).isZero();
  }

  @Test
  void aModelThatSeesLessThanThePromptSaysSo() {
    String text = "The matrix multiplication is not commutative.";
    rig.type(text);
    presenter.chooseFolder(RobustnessModels.folder("ok-plain"));
    rig.settle();
    assertThat(presenter.shown()).isEmpty();
    assertThat(presenter.problem()).contains("more than the 16");
    assertThat(presenter.state().prompt()).isEqualTo(text);
    assertThat(rig.type("abc").config().context()).isEqualTo(16);
  }

  @Test
  void aVeryLongTextIsCutInAJob() {
    String text = "matrix ".repeat(1_000);
    int submitted = rig.compute.submitted();
    presenter.type(text);
    assertThat(rig.compute.submitted()).isEqualTo(submitted + 1);
    rig.settle();
    assertThat(presenter.tooMany()).isGreaterThan(700);
  }

  @Test
  void anEmptyPromptShowsNothingAndSaysNothingIsWrong() {
    presenter.type("");
    rig.settle();
    assertThat(presenter.shown()).isEmpty();
    assertThat(presenter.problem()).isEmpty();
    assertThat(presenter.token()).isZero();
    assertThat(rig.type("The").tokens().size()).isEqualTo(1);
  }

  @Test
  void aBrokenModelLeavesTheOneInUse() {
    Shown before = rig.shown();
    for (String bad : RobustnessModels.bad()) {
      presenter.chooseFolder(RobustnessModels.folder(bad));
      rig.settle();
      assertThat(presenter.problem()).as(bad).isNotEmpty();
      assertThat(presenter.shown()).as(bad).containsSame(before);
      assertThat(presenter.opening()).isEmpty();
    }
    presenter.chooseFolder(folder.resolve("none"));
    rig.settle();
    assertThat(presenter.problem()).contains("none");
    assertThat(rig.type("The").tokens().size()).isEqualTo(1);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  @Test
  void anotherModelIsAStepThatCanBeUndone() {
    rig.type("abc");
    presenter.chooseFolder(RobustnessModels.folder("ok-plain"));
    rig.settle();
    assertThat(rig.shown().config().layers()).isEqualTo(1);
    assertThat(rig.shown().tokens().size()).isEqualTo(presenter.tokens().size()).isPositive();

    assertThat(presenter.history().undo()).isTrue();
    rig.settle();
    assertThat(rig.shown().config().layers()).isEqualTo(6);
    assertThat(presenter.modelId()).isEqualTo("demo");

    assertThat(presenter.history().redo()).isTrue();
    rig.settle();
    assertThat(rig.shown().config().layers()).isEqualTo(1);
  }

  @Test
  void theModelThatWasAskedForLastWins() {
    presenter.chooseFolder(RobustnessModels.folder("ok-plain"));
    presenter.chooseFolder(RobustnessModels.folder("ok-f16"));
    rig.settle();
    assertThat(presenter.model().orElseThrow().name()).isEqualTo("ok-f16");
    assertThat(presenter.modelId()).endsWith("ok-f16");
  }

  @Test
  void aSelectionOutsideASmallerModelIsBroughtInside() {
    presenter.selectHead(5, 4);
    presenter.selectToken(2);
    assertThat(presenter.state().focus()).isEqualTo(new Focus(OptionalInt.of(2), 5, 4));
    presenter.chooseFolder(RobustnessModels.folder("ok-plain"));
    rig.settle();
    assertThat(presenter.layer()).isZero();
    assertThat(presenter.head()).isEqualTo(1);
    rig.type("x");
    assertThat(presenter.token()).isZero();
  }

  @Test
  void filesThatChangedAreNoticedAndWhatIsShownStays() throws IOException {
    rig.type("abc");
    Path copy = copy(RobustnessModels.folder("ok-plain"), folder.resolve("copied"));
    presenter.chooseFolder(copy);
    rig.settle();
    Shown before = rig.shown();
    Files.delete(copy.resolve("config.json"));

    presenter.type("xyz");
    rig.settle();
    assertThat(presenter.problem()).contains("changed or removed");
    assertThat(presenter.shown()).containsSame(before);
    assertThat(presenter.state().prompt()).isEqualTo("xyz");

    Files.copy(
        RobustnessModels.folder("ok-plain").resolve("config.json"), copy.resolve("config.json"));
    presenter.chooseFolder(copy);
    rig.settle();
    assertThat(presenter.problem()).isEmpty();
    assertThat(rig.shown().tokens()).isEqualTo(presenter.tokens());
  }

  @Test
  void aPassOfWhatWasTakenBackIsNotShown() {
    presenter.type("The matrix multiplication is x");
    rig.pauses.removeFirst().run();
    presenter.type(Gpt2State.PROMPT);
    rig.settle();
    assertThat(rig.shown().tokens()).isEqualTo(presenter.tokens());
    assertThat(presenter.isTracing()).isFalse();
  }

  @Test
  void theModelThatTheStateNamesIsTheOneInUse() {
    rig.type("abc");
    presenter.chooseFolder(RobustnessModels.folder("ok-plain"));
    rig.settle();
    presenter.history().undo();
    presenter.history().redo();
    rig.settle();
    assertThat(presenter.modelId()).isEqualTo(presenter.state().model()).endsWith("ok-plain");
    assertThat(rig.shown().config().layers()).isEqualTo(1);
  }

  @Test
  void typingGoesOnWhereTheNamedModelIsGone() {
    String gone = folder.resolve("gone").toString();
    presenter.change(state -> state.withModel(gone), "open", null);
    rig.settle();
    assertThat(presenter.problem()).contains("gone");
    int submitted = rig.compute.submitted();
    assertThat(rig.type("The").tokens().size()).isEqualTo(1);
    assertThat(rig.compute.submitted()).as("no second attempt").isEqualTo(submitted + 1);
    assertThat(presenter.modelId()).isEqualTo("demo");
  }

  @Test
  void aTextThatIsTypedWhileAModelIsOpenedIsTracedWithIt() {
    presenter.chooseFolder(RobustnessModels.folder("ok-plain"));
    presenter.type("abc");
    rig.settle();
    assertThat(presenter.modelId()).endsWith("ok-plain");
    assertThat(rig.shown().config().layers()).isEqualTo(1);
    assertThat(presenter.state().prompt()).isEqualTo("abc");
  }

  @Test
  void eachBurstOfTypingIsAStep() {
    rig.type("The m");
    rig.type("The matrix");
    presenter.history().undo();
    assertThat(presenter.state().prompt()).isEqualTo("The m");
    presenter.history().undo();
    assertThat(presenter.state().prompt()).isEqualTo(Gpt2State.PROMPT);
  }

  @Test
  void anotherDeviceTracesAnewAndKeepsThePictureMeanwhile() {
    Shown before = rig.shown();
    rig.compute.change("other");
    assertThat(presenter.shown()).containsSame(before);
    rig.settle();
    assertThat(presenter.shown()).isPresent();
    assertThat(rig.shown()).isNotSameAs(before);
  }

  @Test
  void aModelThatWasRemovedIsNoticedWhenTheViewIsChanged() throws IOException {
    Path copy = copy(RobustnessModels.folder("ok-plain"), folder.resolve("copied"));
    rig.type("abc");
    presenter.chooseFolder(copy);
    rig.settle();
    Shown before = rig.shown();
    Files.delete(copy.resolve("model.safetensors"));
    presenter.show(View.LENS);
    rig.settle();
    assertThat(presenter.problem()).contains("changed or removed");
    assertThat(presenter.shown()).containsSame(before);
  }

  @Test
  void aModelThatWasAskedForHereIsOpenedWhenItHasCome() {
    rig.type("abc");
    rig.downloaded(RobustnessModels.folder("ok-f16"));
    rig.settle();
    assertThat(presenter.modelId()).isEqualTo("demo");
    presenter.get();
    rig.downloaded(RobustnessModels.folder("ok-plain"));
    rig.settle();
    assertThat(presenter.modelId()).endsWith("ok-plain");
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(name(file)));
      }
    }
    return to;
  }

  @Test
  void whatTheModelWroteFollowsThePromptAndGoesWithIt() {
    List<Integer> written = List.of(rig.shown().trace().next().best());
    presenter.change(state -> state.withGenerated(written), "write", null);
    rig.settle();
    assertThat(rig.shown().tokens().words()).endsWith("·a");
    assertThat(rig.shown().tokens().isGenerated(4)).isTrue();
    assertThat(presenter.token()).isEqualTo(4);
    rig.type("The");
    assertThat(presenter.state().generated()).isEmpty();
    assertThat(rig.shown().tokens().size()).isEqualTo(1);
  }

  @Test
  void nothingIsTracedWhileTheModelWrites() {
    presenter.hold(true);
    presenter.change(state -> state.withGenerated(List.of(1, 2)), "write", null);
    rig.settle();
    assertThat(rig.shown().tokens().size()).isEqualTo(4);
    presenter.hold(false);
    rig.settle();
    assertThat(rig.shown().tokens().size()).isEqualTo(6);
  }

  @Test
  void idsThatThisModelDoesNotKnowAreLeftOut() {
    presenter.change(state -> state.withGenerated(List.of(50_000)), "open", null);
    rig.settle();
    assertThat(presenter.tokens().size()).isEqualTo(4);
    assertThat(presenter.problem()).isEmpty();
  }

  @Test
  void aFailedPassLeavesTheLastOneWithItsReason() {
    Shown before = rig.shown();
    rig.compute.failWith(new InferscopeException("The device is gone."));
    presenter.type("The");
    rig.settle();
    assertThat(presenter.problem()).isEqualTo("The device is gone.");
    assertThat(presenter.shown()).containsSame(before);
  }

  @Test
  void aNumberOfThePassIsExplained() {
    presenter.explain(new Gpt2Ref.Typed(0));
    assertThat(rig.inspector.current()).isPresent();
  }

  @Test
  void anExampleIsOneStep() {
    int depth = presenter.history().depth();
    presenter.open("Monday, Tuesday,", View.LENS);
    rig.settle();
    assertThat(presenter.history().depth()).isEqualTo(depth + 1);
    assertThat(presenter.state().view()).isEqualTo(View.LENS);
    assertThat(rig.shown().tokens().word(0)).isEqualTo("Monday");
  }

  @Test
  void theStateSurvivesALesson() {
    presenter.change(
        state ->
            state
                .withPrompt("\"quoted\"\n漢")
                .withGenerated(List.of(3, 4))
                .with(View.WHAT_IF)
                .with(new Focus(OptionalInt.of(7), 2, 1)),
        "change",
        null);
    Gpt2Codec codec = new Gpt2Codec();
    assertThat(codec.read(codec.write(presenter.state()))).isEqualTo(presenter.state());
    assertThat(codec.read(codec.write(Gpt2State.first()))).isEqualTo(Gpt2State.first());
  }

  @Test
  void thePassIsSavedForPython() {
    Path file = folder.resolve("pass.safetensors");
    rig.close();
    rig =
        new Gpt2Rig(
            folder,
            new NoFiles() {
              @Override
              public Optional<Path> toSave(String title, String kind, String name, String end) {
                return Optional.of(file);
              }
            });
    new Exporter(rig.presenter).trace();
    rig.settle();
    assertThat(rig.presenter.notice()).contains("pass.safetensors");
    try (SafetensorsFile saved = SafetensorsFile.open(file)) {
      assertThat(saved.names()).contains("input_ids", "hidden_states", "attentions", "logits");
    }
  }
}
