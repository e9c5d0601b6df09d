package org.inferscope.app;

import java.util.concurrent.Executor;
import org.inferscope.app.servers.ConnectCard;
import org.inferscope.app.servers.ConnectPresenter;
import org.inferscope.app.servers.Servers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.edt.Edt;

/** Joins compute servers with the window: the menu's entry and the card. Event thread. */
final class ServerDesk {
  private final Servers servers;
  private final Executor network;
  private final CardPlace place;

  /**
   * A desk that has spoken to no server.
   *
   * @param network runs what waits for servers
   */
  ServerDesk(Servers servers, Executor network, CardPlace place) {
    this.servers = servers;
    this.network = network;
    this.place = place;
  }

  AppAction action() {
    return AppAction.of("compute.connect", Texts.get("servers.menu"), this::open)
        .tooltip(Texts.get("servers.menuTip"))
        .section("add")
        .build();
  }

  /** Shows the card, with nothing typed. */
  void open() {
    ConnectCard card =
        new ConnectCard(new ConnectPresenter(servers, network, Edt.executor()), place::close);
    place.open(card, card.focus());
  }
}
