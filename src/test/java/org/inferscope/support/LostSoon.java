package org.inferscope.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.reference.ReferenceBackend;

/** A backend that computes as the reference until it is lost in the middle of something. */
public final class LostSoon {
  /** What its operations say once it is lost. */
  public static final String SENTENCE = "The card does not answer any more.";

  private final Backend inner = new ReferenceBackend();
  private final Device device = new Device("card", "A card", DeviceKind.GPU, "Test");
  private final Backend backend =
      (Backend)
          Proxy.newProxyInstance(
              LostSoon.class.getClassLoader(),
              new Class<?>[] {Backend.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "device" -> device;
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "toString" -> "a card";
                    case "close" -> null;
                    default -> {
                      count();
                      try {
                        yield method.invoke(inner, arguments);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      }
                    }
                  });

  private int calls;
  private int left = Integer.MAX_VALUE;

  /** What is lost. */
  public Backend backend() {
    return backend;
  }

  /** How many operations there were. */
  public int calls() {
    return calls;
  }

  /** Loses it for good after some more operations. */
  public void loseAfter(int operations) {
    left = operations;
  }

  private void count() {
    calls++;
    if (left == 0) {
      throw new DeviceLostException(SENTENCE, null);
    }
    left--;
  }
}
