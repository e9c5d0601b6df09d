package org.inferscope.app;

import static org.inferscope.ui.action.Shortcuts.menuShift;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.app.devices.DevicesCard;
import org.inferscope.app.devices.DevicesPresenter;
import org.inferscope.app.window.Notice;
import org.inferscope.app.window.StatusBar;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.ServiceListener;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.jspecify.annotations.Nullable;

/**
 * Joins the compute service with the window: the device in the status bar, the menu above it, the
 * cards for servers and the GPU pack, and notices of what happens to devices. Event thread.
 */
final class ComputeDesk {
  /** What became of the device in use: only the newest is worth standing there. */
  private static final String TOPIC = "device";

  private final ComputeService compute;
  private final DevicesPresenter devices;
  private final CardPlace place;
  private final Consumer<Notice> tell;
  private final Optional<ServerDesk> servers;
  private final Optional<PackDesk> pack;
  private final LossWatch losses;
  private @Nullable StatusBar bar;

  /**
   * A desk whose service may not have begun to look for devices.
   *
   * @param servers connects to servers, where that is possible
   * @param pack gets the GPU pack, where that is possible
   */
  ComputeDesk(
      ComputeService compute,
      DevicesPresenter.Wishes wishes,
      Optional<ServerDesk> servers,
      Optional<PackDesk> pack,
      CardPlace place,
      Consumer<Notice> tell) {
    this.compute = compute;
    this.servers = servers;
    this.pack = pack;
    this.place = place;
    this.tell = tell;
    devices = new DevicesPresenter(compute, wishes);
    losses = new LossWatch(compute.active().device());
    pack.ifPresent(desk -> desk.onChange(devices::refresh));
  }

  /** What stands in the menus and the palette. */
  List<AppAction> actions() {
    List<AppAction> actions = new ArrayList<>();
    actions.add(
        AppAction.of("compute.devices", Texts.get("devices.menu"), this::open)
            .tooltip(Texts.get("devices.menuTip"))
            .keys(menuShift(KeyEvent.VK_D))
            .build());
    servers.ifPresent(desk -> actions.add(desk.action()));
    pack.ifPresent(desk -> actions.add(desk.action()));
    return actions;
  }

  /** Shows devices and jobs in the status bar from now on, and losses and returns as notices. */
  void showOn(StatusBar shown) {
    bar = shown;
    shown.showDevice(compute.active());
    shown.onDevices(this::open);
    compute.addListener(
        new ServiceListener() {
          @Override
          public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
            shown.showDevice(active);
            losses.follow(active, all).ifPresent(ComputeDesk.this::tell);
          }

          @Override
          public void jobsChanged(JobsStatus jobs) {
            shown.showJobs(jobs);
          }
        });
    pack.ifPresent(desk -> desk.showOn(shown));
  }

  private void tell(LossWatch.News news) {
    if (news.isBack()) {
      tell.accept(Notice.info(news.sentence()).about(TOPIC));
    } else {
      Notice.Choice show = new Notice.Choice(Texts.get("devices.show"), this::open);
      tell.accept(new Notice(Notice.Kind.WARNING, news.sentence(), List.of(show)).about(TOPIC));
    }
  }

  /** Opens the device menu: above the status bar, or over the window where that is away. */
  void open() {
    DevicesCard card = card();
    if (bar == null) {
      place.open(card, card.focus());
    } else {
      place.openAbove(bar.devicesAnchor(), card, card.focus());
    }
    pack.ifPresent(PackDesk::look);
  }

  /** The device menu, to be shown. */
  DevicesCard card() {
    return new DevicesCard(devices, new Ways());
  }

  /** Ends what runs for the pack, with the program. */
  void close() {
    pack.ifPresent(PackDesk::close);
  }

  /** Where the menu leads to. */
  private final class Ways implements DevicesCard.Ways {
    @Override
    public void close() {
      place.close();
    }

    @Override
    public boolean canConnect() {
      return servers.isPresent();
    }

    @Override
    public void connect() {
      servers.ifPresent(ServerDesk::open);
    }

    @Override
    public boolean isPackWanted() {
      return devices.hasNvidia() && pack.map(PackDesk::isMissing).orElse(false);
    }

    @Override
    public void pack() {
      pack.ifPresent(PackDesk::open);
    }
  }
}
