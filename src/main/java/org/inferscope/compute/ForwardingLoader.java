package org.inferscope.compute;

/** A loader that is another one, but for what it overrides. */
public interface ForwardingLoader extends BackendLoader {

  /** The other one. */
  BackendLoader loader();

  @Override
  default Device device() {
    return loader().device();
  }

  @Override
  default boolean onDemand() {
    return loader().onDemand();
  }

  @Override
  default boolean preferred() {
    return loader().preferred();
  }

  @Override
  default Backend load() throws Exception {
    return loader().load();
  }
}
