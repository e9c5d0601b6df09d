package org.inferscope.io.hub;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** What can go wrong between here and the hub, each in one sentence. */
final class HubProblem {
  private static final String CODE = "X-Error-Code";

  private HubProblem() {}

  static InferscopeException offline() {
    return new InferscopeException(Texts.get("hub.offline"));
  }

  /** An answer that another try will not change. */
  static InferscopeException refused(Reply reply, ModelId id, String revision, boolean hasToken) {
    String code = reply.header(CODE).orElse("");
    if (code.equals("GatedRepo") || (reply.status() == 403 && code.isEmpty())) {
      return new InferscopeException(Texts.get("hub.gated", id.text()));
    }
    if (code.equals("RevisionNotFound")) {
      return new InferscopeException(Texts.get("hub.noRevision", id.text(), revision));
    }
    return switch (reply.status()) {
      case 401, 404 ->
          new InferscopeException(
              hasToken
                  ? Texts.get("hub.noModelWithToken", reply.host(), id.text())
                  : Texts.get("hub.noModel", reply.host(), id.text()));
      case 403 -> new InferscopeException(Texts.get("hub.forbidden", reply.host(), id.text()));
      case 407 -> new InferscopeException(Texts.get("hub.proxy"));
      default -> status(reply.host(), reply.status());
    };
  }

  /** The same for a file that is no model's. */
  static InferscopeException refused(Reply reply, String file) {
    return switch (reply.status()) {
      case 404 -> new InferscopeException(Texts.get("hub.noSuchFile", reply.host(), file));
      case 407 -> new InferscopeException(Texts.get("hub.proxy"));
      default -> status(reply.host(), reply.status());
    };
  }

  static InferscopeException status(String host, int status) {
    return new InferscopeException(Texts.get("hub.status", host, "" + status));
  }

  static InferscopeException page(String host) {
    return new InferscopeException(Texts.get("hub.page", host));
  }

  static InferscopeException notAList(String host) {
    return new InferscopeException(Texts.get("hub.notAList", host));
  }

  static InferscopeException redirects(String host) {
    return new InferscopeException(Texts.get("hub.redirects", host));
  }

  static InferscopeException badRedirect(String host, String to) {
    return new InferscopeException(Texts.get("hub.badRedirect", host, to));
  }

  /** What came was twice not what the hub's list says. */
  static InferscopeException wrongBytes(String file, String host, ChangedException error) {
    return new InferscopeException(Texts.get("hub.wrongBytes", file, host), error);
  }

  /** The last of several tries failed. */
  static InferscopeException gaveUp(String host, IOException error) {
    if (error instanceof BusyException busy) {
      String sentence =
          busy.status() == 429
              ? Texts.get("hub.tooMany", host)
              : Texts.get("hub.busy", host, "" + busy.status());
      return new InferscopeException(sentence, error);
    }
    return new InferscopeException(connection(host, error), error);
  }

  private static String connection(String host, IOException error) {
    if (has(error, UnknownHostException.class) || has(error, UnresolvedAddressException.class)) {
      return Texts.get("hub.unknownHost", host);
    }
    if (has(error, SSLException.class)) {
      return Texts.get("hub.notSecure", host);
    }
    if (has(error, ConnectException.class)) {
      return Texts.get("hub.unreachable", host);
    }
    return has(error, HttpTimeoutException.class)
        ? Texts.get("hub.silent", host)
        : Texts.get("hub.broken", host);
  }

  private static boolean has(Throwable error, Class<? extends Throwable> kind) {
    @Nullable Throwable cause = error;
    for (int depth = 0; cause != null && depth < 8; depth++) {
      if (kind.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  static InferscopeException tooLittleSpace(String folder, long needed, long free) {
    return new InferscopeException(
        Texts.get(
            "hub.noSpace", folder, Numbers.bytes((double) needed), Numbers.bytes((double) free)));
  }

  static InferscopeException inUse(String folder) {
    return new InferscopeException(Texts.get("hub.inUse", folder));
  }

  /** The disk did not take it. */
  static InferscopeException disk(String file, IOException error) {
    return new InferscopeException(
        Texts.get("hub.disk", file, String.valueOf(error.getMessage())), error);
  }
}
