package org.inferscope.tab.roofline.roof;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Registration;
import org.inferscope.compute.bench.MachineBenchmark;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.explain.PointExplainer;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointRef;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tab.roofline.desk.Selection;
import org.inferscope.tab.roofline.desk.Walk;
import org.inferscope.tab.roofline.roof.RoofPoint.Group;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the view and its side panels show: which points under which roofs, this machine's ceilings,
 * a person's own devices. Which groups of points are in sight is not saved. Confined to one thread,
 * the event thread in the app.
 */
public final class RoofPresenter {
  private static final Object DRAG = "roof.walk";

  private final RooflinePresenter desk;
  private final MachineDesk machine;
  private final DeviceShelf shelf;
  private final RoofPoints gather;
  private final Executor callbacks;
  private final Set<Group> shown = EnumSet.allOf(Group.class);
  private final List<Runnable> listeners = new ArrayList<>();
  private final List<Consumer<String>> panelListeners = new ArrayList<>();
  private final List<Runnable> hoverListeners = new ArrayList<>();
  private @Nullable List<RoofPoint> points;
  private @Nullable Selection hovered;
  private String notice = "";

  /** A roof that is drawn, by the id of its device. */
  record DrawnRoof(String id, Roof roof, Optional<DeviceSpec> device) {}

  /**
   * A presenter that has read nothing yet, see {@link #load}.
   *
   * @param benchmark measures this machine; empty where that cannot be done
   * @param callbacks runs what the disk has to tell, on the thread that this is confined to
   */
  public RoofPresenter(
      RooflinePresenter desk, Optional<MachineBenchmark> benchmark, Executor callbacks) {
    this.desk = desk;
    this.callbacks = callbacks;
    machine = new MachineDesk(desk, benchmark, callbacks);
    shelf = new DeviceShelf(desk, callbacks);
    gather = new RoofPoints(desk, machine);
    desk.listen(this::changed);
    machine.listen(this::changed);
    shelf.listen(this::changed);
  }

  /** Reads what was kept from earlier, on the file thread. */
  public void load() {
    machine.load();
    shelf.load();
  }

  /** What the three views share. */
  RooflinePresenter desk() {
    return desk;
  }

  /** This machine's ceilings. */
  MachineDesk machine() {
    return machine;
  }

  /** The person's own devices. */
  DeviceShelf shelf() {
    return shelf;
  }

  /** Measures this machine, and asks for the panel that shows how far that is. */
  void measureInPanel() {
    machine.measure();
    List.copyOf(panelListeners).forEach(listener -> listener.accept(RoofPanels.MACHINE));
  }

  /** Tells the listener the id of a side panel each time that it should come to the front. */
  public Registration onPanelWish(Consumer<String> listener) {
    panelListeners.add(listener);
    return () -> panelListeners.remove(listener);
  }

  /** Calls the listener after each change, until the registration is closed. */
  Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Calls the listener when another point is under the pointer, until it is closed. */
  Registration listenToHover(Runnable listener) {
    hoverListeners.add(listener);
    return () -> hoverListeners.remove(listener);
  }

  private void changed() {
    points = null;
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** Whether the view is the one in front; else it has nothing to do. */
  boolean isInFront() {
    return desk.state().view() == RooflineState.View.ROOFLINE;
  }

  /** Whether a group of points is in sight. */
  boolean isShown(Group group) {
    return shown.contains(group);
  }

  /** Brings a group of points into sight or takes it out. */
  void setShown(Group group, boolean on) {
    if (on ? shown.add(group) : shown.remove(group)) {
      changed();
    }
  }

  /** The points in sight, the dragged one last. */
  List<RoofPoint> points() {
    List<RoofPoint> gathered = points;
    if (gathered == null) {
      gathered = new ArrayList<>(others());
      gathered.add(gather.walk(formats()));
      gathered = List.copyOf(gathered);
      points = gathered;
    }
    return gathered;
  }

  /** The points in sight but the dragged one: the same list as long as none of them changes. */
  List<RoofPoint> others() {
    return gather.all(shown);
  }

  /** The roofs of the chosen devices that have one in these formats, in order. */
  List<DrawnRoof> roofs() {
    List<DrawnRoof> roofs = new ArrayList<>();
    for (String id : desk.state().devices()) {
      desk.roof(id, formats())
          .ifPresent(roof -> roofs.add(new DrawnRoof(id, roof, desk.catalogue().byId(id))));
    }
    return roofs;
  }

  /** The name on screen of a chosen device; its id where there is no such device any more. */
  String nameOf(String id) {
    return id.equals(RooflineState.THIS_MACHINE)
        ? Texts.get("rooflinemodel.thisMachine")
        : desk.catalogue().byId(id).map(DeviceSpec::name).orElse(id);
  }

  /** What numbers are kept in. */
  Formats formats() {
    return desk.state().formats();
  }

  /**
   * Where the dragged point would be if weights were kept as activations are; empty where they are.
   */
  Optional<RoofPoint> ghost() {
    Formats now = formats();
    return now.weights() == now.activations()
        ? Optional.empty()
        : Optional.of(gather.walk(Formats.of(now.activations())));
  }

  /** The dragged point. */
  RoofPoint walk() {
    return points().get(points().size() - 1);
  }

  /** The point that is lit in all views, if it is in sight. */
  Optional<RoofPoint> selected() {
    return find(desk.state().selection());
  }

  private Optional<RoofPoint> find(@Nullable Selection selection) {
    return points().stream().filter(point -> point.selection().equals(selection)).findFirst();
  }

  /** The point that the details are about: under the pointer, else lit, else the dragged one. */
  RoofPoint detailed() {
    return find(hovered).or(this::selected).orElseGet(this::walk);
  }

  /** Says which point is under the pointer; empty for none. */
  void hover(Optional<RoofPoint> point) {
    hovered = point.map(RoofPoint::selection).orElse(null);
    List.copyOf(hoverListeners).forEach(Runnable::run);
  }

  /** Lights a point in all views. */
  void select(RoofPoint point) {
    desk.select(point.selection());
  }

  /** Opens a point scaled down: as a layer where it is one, else as a product. */
  void open(RoofPoint point) {
    select(point);
    if (desk.canOpenInLinear(point.point().shape()) && point.group() != Group.MEASURED) {
      desk.openInLinear(point.point().shape());
    } else {
      desk.openInMatmul(point.point().shape());
    }
  }

  /** Shows in the inspector how a point's figure came to be. */
  void explain(RoofPoint point, PointFigure figure) {
    desk.explain(new PointExplainer(), new PointRef(point.point(), figure));
  }

  /** Moves the dragged point; a slider's moves are one step until {@link #endDrag}. */
  void dragTo(int batch) {
    Walk walk = desk.state().walk().withBatch(batch);
    desk.change(
        state -> state.with(walk).with(new Selection.OfWalk()),
        Texts.get("rooflineroof.step.batch"),
        DRAG);
  }

  /** Ends a drag: the next one is a step of its own. */
  void endDrag() {
    desk.history().endGesture();
  }

  /** Gives the dragged point other weights. */
  void setWeights(int k, int n) {
    Walk walk = new Walk(desk.state().walk().batch(), k, n);
    desk.change(
        state -> state.with(walk).with(new Selection.OfWalk()),
        Texts.get("rooflineroof.step.weights"),
        "roof.weights");
  }

  /** What is to be said about the last export; empty for nothing. */
  String notice() {
    return notice;
  }

  /** Does some work on the file thread, and says this sentence then, or what went wrong. */
  void onDisk(Runnable work, String done) {
    desk.context()
        .store()
        .disk()
        .execute(
            () -> {
              try {
                work.run();
                callbacks.execute(() -> say(done));
              } catch (InferscopeException e) {
                callbacks.execute(() -> say(e.sentence()));
              }
            });
  }

  private void say(String sentence) {
    notice = sentence;
    changed();
  }
}
