package org.inferscope.app.servers;

import java.util.List;
import java.util.Optional;

/**
 * What the card shows. Immutable.
 *
 * @param form what was typed
 * @param phase what goes on
 * @param certificate what the server shows, while a person is asked to trust it
 * @param faults what is wrong, and where
 * @param done what has been achieved, as a sentence; empty where nothing was
 * @param kept the servers that are kept
 */
record ConnectState(
    Form form,
    Phase phase,
    Optional<Servers.Certificate> certificate,
    Faults faults,
    String done,
    List<KeptServer> kept) {

  /** What goes on. */
  enum Phase {
    /** A server is being typed in. */
    TYPING,
    /** The server is asked for its certificate. */
    ASKING,
    /** A person is asked whether to trust it. */
    TRUSTING,
    /** A session is tried. */
    CONNECTING
  }

  /** Copies the list. */
  ConnectState {
    kept = List.copyOf(kept);
  }

  /**
   * What was typed.
   *
   * @param secure whether to speak in TLS
   */
  record Form(String address, String token, boolean secure) {
    /** Nothing yet. */
    static final Form EMPTY = new Form("", "", true);

    /** Leaves out the token, so that it comes into no log. */
    @Override
    public String toString() {
      return address;
    }
  }

  /**
   * What is wrong, as sentences where it was typed; empty where nothing is.
   *
   * @param general what is not wrong with a field, but with the server
   */
  record Faults(String address, String token, String secure, String general) {
    /** Nothing is. */
    static final Faults NONE = new Faults("", "", "", "");

    static Faults general(String sentence) {
      return new Faults("", "", "", sentence);
    }

    boolean isNone() {
      return equals(NONE);
    }
  }

  boolean isBusy() {
    return phase == Phase.ASKING || phase == Phase.CONNECTING;
  }

  ConnectState in(Phase next) {
    return new ConnectState(form, next, certificate, Faults.NONE, "", kept);
  }

  ConnectState typed(Form next) {
    return new ConnectState(next, Phase.TYPING, Optional.empty(), Faults.NONE, "", kept);
  }

  ConnectState wrong(Faults next) {
    return new ConnectState(form, Phase.TYPING, Optional.empty(), next, "", kept);
  }

  ConnectState trusting(Servers.Certificate shown) {
    return new ConnectState(form, Phase.TRUSTING, Optional.of(shown), Faults.NONE, "", kept);
  }

  ConnectState with(List<KeptServer> next, String sentence) {
    return new ConnectState(form, Phase.TYPING, Optional.empty(), faults, sentence, next);
  }
}
