package org.inferscope.app.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.inferscope.app.models.GetModelState.Phase;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.hub.HubCache;
import org.inferscope.io.hub.KnownModel;
import org.inferscope.io.hub.ModelsFolder;
import org.inferscope.io.hub.ModelsFolder.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GetModelPresenterTest {
  private final FakeSource source = new FakeSource();
  private final Queue<Runnable> downloads = new ArrayDeque<>();
  private final List<Path> finished = new ArrayList<>();
  private GetModelPresenter presenter;
  private Path models;
  @TempDir private Path home;

  @BeforeEach
  void make() {
    models = home.resolve("models");
    ModelsFolder folder = new ModelsFolder(models, new HubCache(home.resolve("hub")));
    presenter =
        new GetModelPresenter(
            new ModelShop(source, folder, downloads::add, Runnable::run), Runnable::run);
    presenter.onFinished(finished::add);
  }

  private Phase phase() {
    return presenter.state().phase();
  }

  private static void putModel(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"gpt2\"}");
    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    Files.writeString(folder.resolve("model.safetensors"), "");
  }

  @Test
  void theChosenModelIsDownloadedAndReported() {
    presenter.choose(KnownModel.MEDIUM);
    presenter.start();
    assertThat(phase()).isEqualTo(Phase.RUNNING);
    assertThat(source.wishes).isEmpty();
    downloads.remove().run();
    assertThat(source.wishes.get(0).id().text()).isEqualTo("gpt2-medium");
    assertThat(source.wishes.get(0).folder()).isEqualTo(models.resolve("gpt2-medium"));
    assertThat(phase()).isEqualTo(Phase.DONE);
    assertThat(presenter.isThere()).isTrue();
    assertThat(finished).containsExactly(models.resolve("gpt2-medium"));
  }

  @Test
  void progressIsShownWhileItRuns() {
    List<Double> shown = new ArrayList<>();
    presenter.onChange(() -> shown.add(presenter.fraction()));
    source.then =
        listener -> {
          listener.accept(FakeSource.loading(25, 100));
          listener.accept(FakeSource.loading(50, 100));
        };
    presenter.start();
    downloads.remove().run();
    assertThat(shown).containsSubsequence(0.25, 0.5);
  }

  @Test
  void whileItRunsNothingElseCanBeChosenOrStarted() {
    presenter.start();
    presenter.start();
    presenter.choose(KnownModel.XL);
    presenter.chooseNamed("distilgpt2");
    assertThat(presenter.name()).isEqualTo("gpt2");
    assertThat(downloads).hasSize(1);
  }

  @Test
  void aFailureIsToldAndCanBeTriedAgain() {
    source.then =
        listener -> {
          throw new InferscopeException("The line is dead.");
        };
    presenter.start();
    downloads.remove().run();
    assertThat(phase()).isEqualTo(Phase.FAILED);
    assertThat(presenter.error()).isEqualTo("The line is dead.");
    assertThat(finished).isEmpty();
    source.then = listener -> {};
    presenter.start();
    assertThat(presenter.error()).isEmpty();
    downloads.remove().run();
    assertThat(phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void anErrorNobodyExpectedEndsTheDownloadAndIsNotHidden() {
    source.then =
        listener -> {
          throw new IllegalStateException("on purpose");
        };
    presenter.start();
    assertThatThrownBy(() -> downloads.remove().run()).hasMessage("on purpose");
    assertThat(phase()).isEqualTo(Phase.FAILED);
    assertThat(presenter.error()).contains("ended unexpectedly");
  }

  @Test
  void cancelStopsItAndWhatCameIsKnown() throws IOException {
    source.then =
        listener -> {
          presenter.cancel();
          assertThat(phase()).isEqualTo(Phase.STOPPING);
          listener.accept(FakeSource.loading(50, 100));
          assertThat(phase()).isEqualTo(Phase.STOPPING);
        };
    Files.createDirectories(models.resolve("gpt2"));
    Files.write(models.resolve("gpt2").resolve("model.safetensors.part"), new byte[42]);
    presenter.start();
    downloads.remove().run();
    assertThat(phase()).isEqualTo(Phase.CHOOSING);
    assertThat(presenter.presence()).isEqualTo(State.PART);
    assertThat(presenter.partBytes()).isEqualTo(42);
    assertThat(finished).isEmpty();
  }

  @Test
  void closingTheProgramStopsTheDownload() {
    presenter.start();
    presenter.close();
    downloads.remove().run();
    assertThat(source.stop.orElseThrow().isStopped()).isTrue();
    assertThat(finished).isEmpty();
  }

  @Test
  void whatIsThereIsFoundAndNotDownloaded() throws IOException {
    putModel(models.resolve("gpt2-xl"));
    Path cached = home.resolve("hub/models--openai-community--gpt2/snapshots/" + "c".repeat(40));
    putModel(cached);
    presenter.look();
    assertThat(presenter.presence()).isEqualTo(State.CACHED);
    assertThat(presenter.folder()).contains(cached);
    presenter.start();
    presenter.choose(KnownModel.XL);
    assertThat(presenter.presence()).isEqualTo(State.HERE);
    presenter.start();
    assertThat(downloads).isEmpty();
    presenter.choose(KnownModel.LARGE);
    assertThat(presenter.presence()).isEqualTo(State.ABSENT);
    assertThat(presenter.folder()).contains(models.resolve("gpt2-large"));
  }

  @Test
  void anotherModelIsNamedAndAWrongNameToldOfWhereItWasTyped() {
    presenter.chooseNamed("no such");
    assertThat(presenter.folder()).isEmpty();
    presenter.start();
    assertThat(presenter.state().error()).startsWith("“no such” is no name");
    assertThat(downloads).isEmpty();
    presenter.chooseNamed("distilgpt2");
    assertThat(presenter.state().error()).isEmpty();
    presenter.start();
    downloads.remove().run();
    assertThat(source.wishes.get(0).id().text()).isEqualTo("distilgpt2");
  }
}
