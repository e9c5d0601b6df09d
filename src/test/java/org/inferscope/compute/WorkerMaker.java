package org.inferscope.compute;

import org.inferscope.compute.BackendConformanceTest.Maker;
import org.inferscope.compute.worker.Nd4jWorker;

/** Makes backends of one worker, which JUnit ends after the tests of a class. */
record WorkerMaker(Nd4jWorker worker) implements Maker, AutoCloseable {
  @Override
  public Backend make() throws Exception {
    return worker.backend();
  }

  @Override
  public void close() {
    worker.close();
  }
}
