package org.inferscope.compute.worker.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.inferscope.compute.Backend;
import org.inferscope.compute.reference.ReferenceBackend;

/** A backend with which something happens before each operation. */
final class HookedBackend {
  private HookedBackend() {}

  /** The reference, after the hook was told the operation's name. */
  static Backend of(Consumer<String> hook) {
    Backend reference = new ReferenceBackend();
    return (Backend)
        Proxy.newProxyInstance(
            Backend.class.getClassLoader(),
            new Class<?>[] {Backend.class},
            (proxy, method, args) -> {
              hook.accept(method.getName());
              try {
                return method.invoke(reference, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
