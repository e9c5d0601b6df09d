package org.inferscope.app.servers;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.inferscope.app.servers.ConnectState.Faults;
import org.inferscope.app.servers.ConnectState.Form;
import org.inferscope.app.servers.ConnectState.Phase;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Registration;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to a server, step by step, and forgets others. Event thread; see the package. */
public final class ConnectPresenter {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectPresenter.class);

  private final Servers servers;
  private final Executor network;
  private final Executor events;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private ConnectState state;

  /** Counts attempts, so that what an earlier one brings is dropped. */
  private int attempt;

  /**
   * A presenter with nothing typed yet.
   *
   * @param network runs what may wait
   * @param events runs what it is given on the event thread, in order
   */
  public ConnectPresenter(Servers servers, Executor network, Executor events) {
    this.servers = servers;
    this.network = network;
    this.events = events;
    state =
        new ConnectState(
            Form.EMPTY, Phase.TYPING, Optional.empty(), Faults.NONE, "", servers.kept());
  }

  ConnectState state() {
    return state;
  }

  /** Calls the listener after each change. */
  Registration onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void turnTo(ConnectState next) {
    state = next;
    listeners.forEach(Runnable::run);
  }

  /** Takes what is typed; a certificate that was shown counts no more. */
  void type(Form form) {
    if (!state.isBusy() && !form.equals(state.form())) {
      turnTo(state.typed(form));
    }
  }

  /** Begins: asks the server for its certificate, or says what is wrong with what was typed. */
  void connect() {
    if (state.isBusy()) {
      return;
    }
    if (state.phase() == Phase.TRUSTING) {
      trust();
      return;
    }
    Faults faults = faults(state.form());
    if (!faults.isNone()) {
      turnTo(state.wrong(faults));
      return;
    }
    HostPort place = HostPort.parse(state.form().address());
    if (state.form().secure()) {
      turnTo(state.in(Phase.ASKING));
      start(() -> servers.certificate(place.host(), place.port()), shown -> met(place, shown));
    } else {
      tryOut(new KeptServer(place.host(), place.port(), ""));
    }
  }

  private static Faults faults(Form form) {
    String address = "";
    String secure = "";
    try {
      HostPort place = HostPort.parse(form.address());
      if (!form.secure() && !place.isThisMachine()) {
        secure = Texts.get("servers.secure.needed");
      }
    } catch (InferscopeException e) {
      address = e.sentence();
    }
    return new Faults(address, tokenFault(form), secure, "");
  }

  private static String tokenFault(Form form) {
    String token = form.token().strip();
    if (token.isEmpty()) {
      return form.secure() ? Texts.get("servers.token.empty") : "";
    }
    boolean plain = token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    return plain ? "" : Texts.get("servers.token.form");
  }

  /** The server has shown its certificate. */
  private void met(HostPort place, Servers.Certificate shown) {
    KeptServer server = kept(place).orElse(new KeptServer(place.host(), place.port(), ""));
    if (server.fingerprint().isEmpty()) {
      turnTo(state.trusting(shown));
    } else if (Fingerprint.same(server.fingerprint(), shown.fingerprint())) {
      tryOut(server);
    } else {
      fail(Texts.get("servers.changed", server.address()));
    }
  }

  private Optional<KeptServer> kept(HostPort place) {
    return servers.kept().stream().filter(server -> server.isAt(place)).findFirst();
  }

  private void trust() {
    HostPort place = HostPort.parse(state.form().address());
    String fingerprint = state.certificate().orElseThrow().fingerprint();
    tryOut(new KeptServer(place.host(), place.port(), fingerprint));
  }

  private void tryOut(KeptServer server) {
    String token = state.form().token().strip();
    turnTo(state.in(Phase.CONNECTING));
    start(
        () -> {
          servers.tryOut(server, token);
          return server;
        },
        tried -> {
          servers.keep(tried, token);
          turnTo(
              state
                  .typed(Form.EMPTY)
                  .with(servers.kept(), Texts.get("servers.connected", tried.address())));
        });
  }

  /** Runs what waits, and goes on with what it brings unless that was called off. */
  private <T> void start(Supplier<T> work, Consumer<T> then) {
    int mine = ++attempt;
    network.execute(
        () -> {
          try {
            T result = work.get();
            events.execute(() -> ifStillWanted(mine, () -> then.accept(result)));
          } catch (InferscopeException e) {
            LOG.info("A server could not be connected to", e);
            events.execute(() -> ifStillWanted(mine, () -> fail(e.sentence())));
          } catch (RuntimeException | Error e) {
            events.execute(() -> ifStillWanted(mine, () -> fail(Texts.get("servers.unexpected"))));
            throw e;
          }
        });
  }

  private void ifStillWanted(int mine, Runnable work) {
    if (mine == attempt) {
      work.run();
    }
  }

  private void fail(String sentence) {
    turnTo(state.wrong(Faults.general(sentence)));
  }

  /** Drops the attempt that is under way, or the question whether to trust. */
  void cancel() {
    attempt++;
    if (state.phase() != Phase.TYPING) {
      turnTo(state.in(Phase.TYPING).typed(state.form()));
    }
  }

  /** Forgets a server. */
  void forget(KeptServer server) {
    servers.forget(server);
    turnTo(
        state
            .wrong(Faults.NONE)
            .with(servers.kept(), Texts.get("servers.forgotten", server.address())));
  }
}
