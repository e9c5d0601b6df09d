package org.inferscope.remote;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.inferscope.compute.Progress;
import org.inferscope.compute.worker.proto.NextToken;
import org.inferscope.compute.worker.proto.TraceEvent;
import org.inferscope.compute.worker.proto.TraceRequest;
import org.inferscope.compute.worker.server.DeviceCall;
import org.inferscope.compute.worker.server.Session;
import org.inferscope.compute.worker.server.Turn;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass, written to a file that then goes to the client part by part. Device thread. */
final class TraceCall implements DeviceCall<TraceEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(TraceCall.class);
  private static final int PART_BYTES = 1 << 20;

  private final Session session;
  private final TraceRequest request;
  private @Nullable Path file;
  private @Nullable InputStream content;

  TraceCall(Session session, TraceRequest request) {
    this.session = session;
    this.request = request;
  }

  @Override
  public boolean step(Turn<TraceEvent> turn) throws IOException {
    if (content == null) {
      trace(turn);
      return true;
    }
    byte[] part = content.readNBytes(PART_BYTES);
    if (part.length > 0) {
      turn.send(TraceEvent.newBuilder().setPart(ByteString.copyFrom(part)).build());
    }
    return part.length == PART_BYTES;
  }

  private void trace(Turn<TraceEvent> turn) throws IOException {
    LocalModel model = session.owned(request.getModel(), LocalModel.class);
    Watch watch =
        ModelsEndpoint.watch(
            turn,
            progress -> TraceEvent.newBuilder().setProgress(Translation.of(progress)).build(),
            TraceEvent.getDefaultInstance());
    watch.progressed(new Progress(Progress.UNKNOWN, Texts.get("remote.tracing")));
    file = Files.createTempFile("inferscope-trace", ".safetensors");
    TraceSummary summary =
        model.trace(
            Translation.of(request.getPrompt()),
            Translation.hooks(request.getHooksList(), model.config()),
            file,
            watch);
    org.inferscope.compute.worker.proto.TraceSummary.Builder told =
        org.inferscope.compute.worker.proto.TraceSummary.newBuilder().setTokens(summary.tokens());
    summary
        .next()
        .forEach(
            next ->
                told.addNext(
                    NextToken.newBuilder()
                        .setId(next.id())
                        .setText(next.text())
                        .setProbability(next.probability())));
    turn.send(TraceEvent.newBuilder().setSummary(told).build());
    content = Files.newInputStream(file);
  }

  @Override
  public void ended() {
    try {
      if (content != null) {
        content.close();
      }
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("{} stays behind", file, e);
    }
  }
}
