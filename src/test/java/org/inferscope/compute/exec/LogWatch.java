package org.inferscope.compute.exec;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the compute service logs while it is open, and off the console. */
final class LogWatch extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("org.inferscope.compute.exec");
  final List<LogRecord> records = new CopyOnWriteArrayList<>();

  LogWatch() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
  }
}
