package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JTextField;
import org.inferscope.app.pack.PackCard;
import org.inferscope.app.pack.PackFacts;
import org.inferscope.app.pack.PackPresenter;
import org.inferscope.app.pack.PackStore;
import org.inferscope.app.servers.ConnectScenes;
import org.inferscope.app.servers.KeptServer;
import org.inferscope.support.Pictures;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paints the cards for servers and the GPU pack without a window and looks at what is on them. */
class ComputeCardsPictureTest {
  private static final Executor NEVER = work -> {};

  /** A card in some state. */
  record Case(String name, Look look, Supplier<JComponent> card) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Look light = Look.of(false);
    Look dark = Look.of(true);
    Look projector = new Look(false, false, false, 1, 1.75);
    return Stream.of(
        new Case("connect-first-light", light, () -> connect(Runnable::run, "", "", true)),
        new Case("connect-wrong-light", light, () -> connect(Runnable::run, "gpu", "a b", true)),
        new Case(
            "connect-plain-dark", dark, () -> connect(Runnable::run, "example.org:1", "t", false)),
        new Case(
            "connect-asking-dark", dark, () -> connect(NEVER, "gpu.example.org:7443", "t", true)),
        new Case("connect-trust-light", light, ComputeCardsPictureTest::trust),
        new Case("connect-trust-projector", projector, ComputeCardsPictureTest::trust),
        new Case("connect-refused-light", light, ComputeCardsPictureTest::refused),
        new Case("connect-changed-dark", dark, ComputeCardsPictureTest::changed),
        new Case("connect-done-light", light, ComputeCardsPictureTest::done),
        new Case("pack-absent-light", light, () -> pack(absent(""))),
        new Case("pack-toolkit-dark", dark, () -> pack(absent("/usr/local/cuda-11.8"))),
        new Case("pack-absent-projector", projector, () -> pack(absent(""))),
        new Case("pack-running-light", light, ComputeCardsPictureTest::running),
        new Case("pack-here-dark", dark, () -> pack(here())),
        new Case("pack-ask-light", light, () -> press(pack(here()), "gpupack.remove")),
        new Case("pack-failed-light", light, () -> press(pack(absent("")), "gpupack.start")));
  }

  @AfterEach
  void backToTheFirstLook() {
    Edt.call(
        () -> {
          Themes.install(Look.of(false));
          return true;
        });
  }

  private static JComponent connect(Executor network, String address, String token, boolean tls) {
    FakeSources.OneServer servers = new FakeSources.OneServer();
    return ConnectScenes.of(servers, network, address, token, tls, address.isEmpty() ? 0 : 1);
  }

  private static JComponent trust() {
    return connect(Runnable::run, "gpu.example.org:7443", "good", true);
  }

  private static JComponent refused() {
    FakeSources.OneServer servers = new FakeSources.OneServer();
    return ConnectScenes.of(servers, Runnable::run, "gpu.example.org:7443", "bad", true, 2);
  }

  private static JComponent changed() {
    FakeSources.OneServer servers = new FakeSources.OneServer();
    String other = FakeSources.PRINT.replace("3F", "40");
    servers.keep(new KeptServer("gpu.example.org", 7443, other), "t");
    return ConnectScenes.of(servers, Runnable::run, "gpu.example.org:7443", "good", true, 1);
  }

  private static JComponent done() {
    FakeSources.OneServer servers = new FakeSources.OneServer();
    return ConnectScenes.of(servers, Runnable::run, "gpu.example.org:7443", "good", true, 2);
  }

  private static PackFacts absent(String toolkit) {
    long download = toolkit.isEmpty() ? 2_434_680_027L : 607_241_103L;
    return new PackFacts(
        PackFacts.State.ABSENT,
        "/home/ada/.local/share/inferscope/gpu",
        toolkit,
        0,
        download,
        3_200_000_000L,
        "");
  }

  private static PackFacts here() {
    return new PackFacts(
        PackFacts.State.HERE,
        "/home/ada/.local/share/inferscope/gpu",
        "",
        2_434_680_027L,
        0,
        0,
        "");
  }

  private static JComponent pack(PackFacts facts) {
    PackStore store = new FakeSources.FixedPack(facts);
    PackPresenter presenter = new PackPresenter(store, Runnable::run, Runnable::run, () -> {});
    presenter.look();
    PackCard card = new PackCard(presenter, () -> {});
    card.addNotify();
    return card;
  }

  /** Stays in the middle of a download: what ends it never reaches the event thread. */
  private static JComponent running() {
    FakeSources.FixedPack store = new FakeSources.FixedPack(absent(""));
    AtomicBoolean deaf = new AtomicBoolean();
    PackPresenter presenter =
        new PackPresenter(
            store,
            Runnable::run,
            work -> {
              if (!deaf.get()) {
                work.run();
              }
            },
            () -> {});
    presenter.look();
    store.duringInstall = () -> deaf.set(true);
    PackCard card = new PackCard(presenter, () -> {});
    card.addNotify();
    return press(card, "gpupack.start");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingIsCutAndAllHaveNames(Case shown) {
    Edt.call(
        () -> {
          Themes.install(shown.look());
          JComponent card = laidOut(shown.card().get());
          check(card, shown.look().isProjector() ? 20 : 12);
          Pictures.save("compute-" + shown.name(), Pictures.paint(card));
          return true;
        });
  }

  private static JComponent laidOut(JComponent card) {
    Dimension size = card.getPreferredSize();
    Pictures.layOut(card, size.width, size.height);
    Pictures.layOut(card, size.width, card.getPreferredSize().height);
    return card;
  }

  private static JComponent press(JComponent card, String name) {
    ((AbstractButton) named(card, name)).doClick();
    return card;
  }

  private static Component named(Container card, String name) {
    return everything(card).stream()
        .filter(part -> name.equals(part.getName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  private static void check(Container card, int smallest) {
    for (Component part : everything(card)) {
      if (part instanceof AbstractButton button) {
        assertThat(button.getWidth())
            .as(button.getText())
            .isGreaterThanOrEqualTo(button.getPreferredSize().width);
      }
      if (part instanceof Paragraph paragraph) {
        assertThat(paragraph.getHeight())
            .as(paragraph.getText())
            .isGreaterThanOrEqualTo(paragraph.getPreferredSize().height);
        assertThat(part.getFont().getSize()).isGreaterThanOrEqualTo(smallest);
      }
      if (part instanceof AbstractButton || part instanceof JTextField) {
        assertThat(((Accessible) part).getAccessibleContext().getAccessibleName()).isNotBlank();
      }
    }
  }

  private static List<Component> everything(Container container) {
    List<Component> all = new ArrayList<>();
    for (Component part : container.getComponents()) {
      if (part.isVisible() && !(part instanceof javax.swing.JScrollBar)) {
        all.add(part);
        if (part instanceof Container inside) {
          all.addAll(everything(inside));
        }
      }
    }
    return all;
  }
}
