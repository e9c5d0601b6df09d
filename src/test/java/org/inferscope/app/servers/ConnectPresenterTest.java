package org.inferscope.app.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import org.inferscope.app.FakeSources;
import org.inferscope.app.servers.ConnectState.Form;
import org.inferscope.app.servers.ConnectState.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectPresenterTest {
  private static final String ADDRESS = "gpu.example.org:7443";

  private final FakeSources.OneServer servers = new FakeSources.OneServer();
  private final Queue<Runnable> network = new ArrayDeque<>();
  private final ConnectPresenter presenter =
      new ConnectPresenter(servers, network::add, Runnable::run);

  @Test
  void aNewServerIsTrustedOnceAndKeptWhenASessionHasWorked() {
    type(ADDRESS, "good", true);
    presenter.connect();
    assertThat(presenter.state().phase()).isEqualTo(Phase.ASKING);
    network.remove().run();
    assertThat(presenter.state().phase()).isEqualTo(Phase.TRUSTING);
    assertThat(presenter.state().certificate().orElseThrow().fingerprint())
        .isEqualTo(FakeSources.PRINT);
    assertThat(servers.kept()).isEmpty();
    presenter.connect();
    network.remove().run();
    assertThat(servers.kept())
        .containsExactly(new KeptServer("gpu.example.org", 7443, FakeSources.PRINT));
    assertThat(presenter.state().done())
        .isEqualTo(ADDRESS + " is connected and computes from now on.");
    assertThat(presenter.state().form()).isEqualTo(Form.EMPTY);
    assertThat(presenter.state().kept()).hasSize(1);
  }

  @Test
  void aKnownServerIsNotAskedAboutAgain() {
    servers.keep(
        new KeptServer("gpu.example.org", 7443, FakeSources.PRINT.toLowerCase(Locale.ROOT)), "old");
    type(ADDRESS, "good", true);
    presenter.connect();
    network.remove().run();
    assertThat(presenter.state().phase()).isEqualTo(Phase.CONNECTING);
  }

  @Test
  void anotherCertificateThanBeforeIsRefusedAndNoTokenIsSent() {
    servers.keep(new KeptServer("GPU.example.org", 7443, "AA:BB"), "t");
    type(ADDRESS, "good", true);
    presenter.connect();
    network.remove().run();
    assertThat(presenter.state().faults().general())
        .contains("is not the one that you have trusted");
    assertThat(network).isEmpty();
    presenter.forget(servers.kept().get(0));
    assertThat(presenter.state().kept()).isEmpty();
    presenter.connect();
    network.remove().run();
    assertThat(presenter.state().phase()).isEqualTo(Phase.TRUSTING);
  }

  @Test
  void whatTheServerRefusesIsASentenceAndNothingTypedIsLost() {
    type(ADDRESS, "bad", true);
    presenter.connect();
    network.remove().run();
    presenter.connect();
    network.remove().run();
    assertThat(presenter.state().faults().general())
        .isEqualTo("The server gpu.example.org:7443 does not accept this token.");
    assertThat(presenter.state().form()).isEqualTo(new Form(ADDRESS, "bad", true));
    assertThat(servers.kept()).isEmpty();
  }

  @Test
  void anAttemptThatWasCalledOffBringsNothing() {
    type(ADDRESS, "good", true);
    presenter.connect();
    presenter.cancel();
    network.remove().run();
    assertThat(presenter.state().phase()).isEqualTo(Phase.TYPING);
    assertThat(presenter.state().certificate()).isEmpty();
  }

  @Test
  void anotherAddressAsksForAnotherCertificate() {
    type(ADDRESS, "good", true);
    presenter.connect();
    network.remove().run();
    type("gpu.example.org:7444", "good", true);
    assertThat(presenter.state().phase()).isEqualTo(Phase.TYPING);
    assertThat(presenter.state().certificate()).isEmpty();
  }

  @Test
  void withoutEncryptionOnlyThisMachineCanBeReached() {
    type("gpu.example.org:7443", "good", false);
    presenter.connect();
    assertThat(presenter.state().faults().secure()).contains("must be secure");
    assertThat(network).isEmpty();
    type("[::1]:7443", "good", false);
    presenter.connect();
    network.remove().run();
    assertThat(servers.kept()).containsExactly(new KeptServer("::1", 7443, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "'',Type the server's address",
    "gpu.example.org,The port is missing",
    "gpu.example.org:,“” is not a port",
    "gpu.example.org:70000,“70000” is not a port",
    "gpu.example.org:x,“x” is not a port",
    "https://gpu.example.org:7443,leave out https",
    "two words:7443,“two words” is not the name",
    "::1:7443,brackets"
  })
  void aWrongAddressIsToldWhereItWasTyped(String typed, String words) {
    type(typed, "good", true);
    presenter.connect();
    assertThat(presenter.state().faults().address()).contains(words);
    assertThat(network).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'',Type the token", "two words,no spaces", "t€,no spaces"})
  void aWrongTokenIsToldWhereItWasTyped(String typed, String words) {
    type(ADDRESS, typed, true);
    presenter.connect();
    assertThat(presenter.state().faults().token()).contains(words);
    assertThat(network).isEmpty();
  }

  @Test
  void aTokenComesIntoNoLog() {
    assertThat(new Form(ADDRESS, "secret", true).toString()).doesNotContain("secret");
  }

  private void type(String address, String token, boolean secure) {
    presenter.type(new Form(address, token, secure));
  }
}
