package org.inferscope.app.servers;

import java.util.concurrent.Executor;
import org.inferscope.app.servers.ConnectState.Form;

/** The card as it is after something was typed and Connect was pressed. */
public final class ConnectScenes {
  private ConnectScenes() {}

  /**
   * A card.
   *
   * @param presses how often Connect was pressed
   */
  public static ConnectCard of(
      Servers servers, Executor network, String address, String token, boolean tls, int presses) {
    ConnectPresenter presenter = new ConnectPresenter(servers, network, Runnable::run);
    presenter.type(new Form(address, token, tls));
    for (int i = 0; i < presses; i++) {
      presenter.connect();
    }
    return new ConnectCard(presenter, () -> {});
  }
}
