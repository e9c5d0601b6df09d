package org.inferscope.tab.gpt2.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.gpt2.LensCsv;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.LogitLens;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.lens.LensRank;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LensPresenterTest {
  private static final int LAYERS = 6;
  private static final int VOCABULARY = 2048;

  @TempDir Path folder;
  private Gpt2Rig rig;
  private LensPresenter lens;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    lens = new LensPresenter(rig.presenter);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private LensScene scene() {
    return lens.scene().orElseThrow();
  }

  private void look() {
    rig.presenter.show(View.LENS);
    rig.settle();
  }

  @Test
  void nothingIsComputedBeforeTheViewIsInFront() {
    rig.type("The weight");
    assertThat(lens.lens().orElseThrow().size()).isZero();
    look();
    assertThat(lens.lens().orElseThrow().isComplete()).isTrue();
    assertThat(lens.part()).isEqualTo(1);
  }

  @Test
  void theLastRowIsWhatTheModelItselfSays() {
    look();
    LogitLens made = lens.lens().orElseThrow();
    for (int position = 0; position < made.tokens(); position++) {
      Distribution said = rig.shown().trace().logits(position);
      LogitLens.Cell cell = made.cell(LAYERS, position).orElseThrow();
      assertThat(cell.top()).hasSize(LensPresenter.TOP);
      assertThat(cell.top())
          .extracting(Distribution.Scored::id)
          .isEqualTo(said.top(5).stream().map(Distribution.Scored::id).toList());
      assertThat(cell.top().get(0).logit()).isEqualTo(said.logit(said.best()), within(1e-4f));
    }
  }

  @Test
  void withoutATargetTheModelsOwnTokenIsFollowed() {
    look();
    for (int token = 0; token < 4; token++) {
      rig.presenter.selectToken(token);
      assertThat(lens.targetId())
          .isEqualTo(OptionalInt.of(rig.shown().trace().logits(token).best()));
      List<Standing> before = lens.standings();
      assertThat(before).hasSize(LAYERS + 1);
      assertThat(before.get(LAYERS).rank()).isEqualTo(1);
      rig.settle();
      assertThat(lens.standings()).extracting(Standing::rank)
          .isEqualTo(before.stream().map(Standing::rank).toList());
    }
  }

  @Test
  void aTypedTargetIsRankedInEveryLayer() {
    look();
    lens.type(" the");
    rig.settle();
    int id = rig.presenter.model().orElseThrow().tokenizer().encode(" the").get(0).id();
    assertThat(lens.targetId()).isEqualTo(OptionalInt.of(id));
    assertThat(lens.target().isBad()).isFalse();
    Distribution said = rig.shown().trace().next();
    Standing last = lens.standings().get(LAYERS);
    assertThat(last.rank()).isEqualTo(1 + said.rank(id));
    assertThat(last.scored().probability()).isEqualTo(said.probability(id), within(1e-5));
    assertThat(lens.standings()).extracting(Standing::state).containsExactly(0, 1, 2, 3, 4, 5, 6);
    rig.presenter.selectToken(1);
    rig.settle();
    assertThat(lens.standings().get(LAYERS).rank())
        .isEqualTo(1 + rig.shown().trace().logits(1).rank(id));
    rig.presenter.history().undo();
    rig.presenter.history().undo();
    assertThat(lens.target().id()).isEmpty();
  }

  @Test
  void ofSeveralTokensTheFirstIsFollowedAndThatIsSaid() {
    look();
    lens.type("matrix multiplication of vectors");
    assertThat(lens.target().remark()).contains("tokens; the first one");
    assertThat(lens.targetId()).isPresent();
    lens.type("·the");
    OptionalInt dotted = lens.targetId();
    lens.type(" the");
    assertThat(lens.targetId()).isEqualTo(dotted);
    lens.type("");
    assertThat(lens.target()).isEqualTo(new Target(OptionalInt.empty(), "", false));
  }

  @Test
  void aPickedTokenOfAnotherModelIsRefusedInWords() {
    look();
    lens.pick(VOCABULARY);
    assertThat(lens.target().isBad()).isTrue();
    assertThat(lens.target().remark()).contains("vocabulary");
    assertThat(lens.targetId()).isEmpty();
    assertThat(lens.standings()).isEmpty();
    lens.pick(VOCABULARY - 1);
    assertThat(lens.targetId()).isEqualTo(OptionalInt.of(VOCABULARY - 1));
  }

  @Test
  void anOlderPassIsNeverShownForANewOne() {
    look();
    List<Integer> sizes = new ArrayList<>();
    rig.presenter.listen(
        () -> {
          LensScene now = scene();
          assertThat(now.shown()).isSameAs(rig.shown());
          assertThat(now.lens().tokens()).isEqualTo(rig.shown().trace().tokens());
          sizes.add(now.lens().size());
        });
    rig.type("The weight matrix of a layer");
    assertThat(sizes).contains(0);
    assertThat(scene().lens().isComplete()).isTrue();
  }

  @Test
  void itStopsWhenTheViewIsLeftAndGoesOnLater() {
    rig.type("the weight matrix times the input plus the bias is the output of the layer ".repeat(4));
    List<Integer> sizes = new ArrayList<>();
    lens.listen(
        () -> {
          sizes.add(lens.lens().orElseThrow().size());
          rig.presenter.show(View.MAP);
        });
    look();
    assertThat(lens.lens().orElseThrow().isComplete()).isFalse();
    int stopped = lens.lens().orElseThrow().size();
    rig.settle();
    assertThat(lens.lens().orElseThrow().size()).isEqualTo(stopped);
    assertThat(sizes).isNotEmpty();
    while (!lens.lens().orElseThrow().isComplete()) {
      look();
    }
    assertThat(lens.part()).isEqualTo(1);
  }

  @Test
  void oneTokenIsEnoughAndNoneIsNothing() {
    look();
    rig.type("The");
    assertThat(scene().lens().tokens()).isEqualTo(1);
    assertThat(scene().standings()).hasSize(LAYERS + 1);
    assertThat(LensWords.caption(scene())).contains("After “The”");
    rig.presenter.type("");
    rig.settle();
    assertThat(lens.scene()).isEmpty();
    assertThat(lens.standings()).isEmpty();
  }

  @Test
  void aFailureIsSaidOnceAndNotTriedAgainUntilTheNextPass() {
    rig.compute.failWith(new InferscopeException("The device was lost."));
    look();
    assertThat(lens.problem()).contains("lost");
    int submitted = rig.compute.submitted();
    rig.presenter.fire();
    assertThat(rig.compute.submitted()).isEqualTo(submitted);
  }

  @Test
  void aRankIsExplainedByTheTokensAboveIt() {
    look();
    lens.type(" the");
    rig.settle();
    Standing standing = lens.standings().get(0);
    lens.explainRank(0);
    Explanation rank = rig.inspector.current().orElseThrow();
    assertThat(rank.subject()).isEqualTo(new LensRank(0, 3, standing.scored().id()));
    assertThat(rank.shown()).isEqualTo(standing.rank());
    assertThat(rank.terms().stream().mapToDouble(Term::contribution).sum())
        .isEqualTo(standing.rank());
    Gpt2Ref.LensLogit own = new Gpt2Ref.LensLogit(0, 3, standing.scored().id());
    assertThat(rank.sources()).startsWith(own);
    rig.inspector.follow(own);
    assertThat(rig.inspector.current().orElseThrow().exact())
        .isEqualTo(standing.scored().logit(), within(1e-3));
  }

  @Test
  void theExplanationOfARankGoesWithItsPass() {
    look();
    lens.explainRank(LAYERS);
    assertThat(rig.inspector.isEmpty()).isFalse();
    rig.type("The weight matrix");
    assertThat(rig.inspector.isEmpty()).isTrue();
  }

  @Test
  void theTablesHaveEveryCellAndTheTargetsRanks() {
    look();
    LensScene scene = scene();
    String table =
        LensCsv.table(scene.lens(), scene.shown().tokens()::word, scene.shown()::word);
    String[] lines = table.split("\r?\n", -1);
    assertThat(lines).hasSize(2 + (LAYERS + 1) * 4 * LensPresenter.TOP);
    assertThat(lines[1]).startsWith("0,0,The,1,");
    String target =
        LensCsv.target(
            scene.standings().stream()
                .map(each -> new LensCsv.Place(each.state(), each.rank(), each.scored()))
                .toList(),
            "·is",
            "·a");
    assertThat(target.split("\r?\n", -1)).hasSize(2 + LAYERS + 1);
    assertThat(target).contains("6,·is," + scene.target().orElseThrow() + ",·a,1,");
  }
}
