package org.inferscope.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.ui.inspector.SumExplainer.Addend;
import org.inferscope.ui.inspector.SumExplainer.Sum;
import org.junit.jupiter.api.Test;

class InspectorModelTest {
  private final InspectorModel model = new InspectorModel();
  private final SumExplainer explainer = new SumExplainer(1, -2, 3);

  private String title() {
    return model.current().map(Explanation::title).orElse("nothing");
  }

  @Test
  void startsEmpty() {
    assertThat(title()).isEqualTo("nothing");
    assertThat(model.crumbs()).isEmpty();
    model.back();
    model.forward();
    model.follow(new Sum());
    assertThat(model.isEmpty()).isTrue();
  }

  @Test
  void followsAValueDownAndComesBackUp() {
    model.open(explainer, new Sum());
    model.follow(new Addend(1));
    assertThat(title()).isEqualTo("x2");
    assertThat(model.crumbs()).containsExactly("s", "x2");
    model.back();
    assertThat(title()).isEqualTo("s");
    assertThat(model.crumbs()).as("the way ahead stays").containsExactly("s", "x2");
    model.forward();
    assertThat(title()).isEqualTo("x2");
    assertThat(model.canGoForward()).isFalse();
  }

  @Test
  void followingElsewhereDropsTheWayAhead() {
    model.open(explainer, new Sum());
    model.follow(new Addend(0));
    model.goTo(0);
    model.follow(new Addend(2));
    assertThat(model.crumbs()).containsExactly("s", "x3");
  }

  @Test
  void openingStartsANewTrail() {
    model.open(explainer, new Sum());
    model.follow(new Addend(0));
    model.open(explainer, new Addend(2));
    assertThat(model.crumbs()).containsExactly("x3");
  }

  @Test
  void aChangedStateIsExplainedAnew() {
    model.open(explainer, new Sum());
    model.follow(new Addend(1));
    model.refresh(new SumExplainer(1, 7, 3));
    assertThat(model.current()).map(Explanation::shown).contains(7.0);
    model.back();
    assertThat(model.current()).map(Explanation::shown).contains(22.0);
  }

  @Test
  void aValueThatIsGoneEndsTheTrail() {
    model.open(explainer, new Sum());
    model.follow(new Addend(2));
    model.refresh(new SumExplainer(1));
    assertThat(model.crumbs()).containsExactly("s");
    assertThat(title()).isEqualTo("s");
  }

  @Test
  void anotherModelsChangeLeavesTheTrailAlone() {
    model.open(explainer, new Sum());
    AtomicInteger calls = new AtomicInteger();
    model.listen(calls::incrementAndGet);
    model.refresh(new NothingExplainer());
    assertThat(title()).isEqualTo("s");
    assertThat(calls).hasValue(0);
  }

  @Test
  void anUnknownPlaceOnTheTrailIsRefused() {
    model.open(explainer, new Sum());
    assertThatThrownBy(() -> model.goTo(1)).isInstanceOf(IllegalArgumentException.class);
  }

  private record NothingExplainer() implements Explainer {
    @Override
    public Explanation explain(ValueRef ref) {
      throw new IllegalArgumentException(ref.toString());
    }

    @Override
    public String label(ValueRef ref) {
      return List.of().toString();
    }

    @Override
    public boolean knows(ValueRef ref) {
      return false;
    }
  }
}
