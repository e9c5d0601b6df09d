package org.inferscope.compute.worker;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the one certificate that a person has accepted, while it is valid, whoever has signed it
 * and whatever name it bears: servers in a laboratory sign their own. Remembers why it did not. Any
 * thread.
 */
final class PinnedCertificate extends X509ExtendedTrustManager {
  private final String server;

  /** The fingerprint, or empty to accept and remember any. */
  private final String fingerprint;

  private volatile @Nullable X509Certificate seen;
  private volatile @Nullable String refusal;

  private PinnedCertificate(String server, String fingerprint) {
    this.server = server;
    this.fingerprint = fingerprint;
  }

  /** Trusts the certificate of this fingerprint. */
  static PinnedCertificate of(ServerAccess access) {
    return new PinnedCertificate(access.address(), access.fingerprint());
  }

  /** Trusts any, to see it; nothing secret may be sent then. */
  static PinnedCertificate any(String server) {
    return new PinnedCertificate(server, "");
  }

  /** The certificate that the server has shown. */
  X509Certificate seen() throws CertificateException {
    X509Certificate shown = seen;
    if (shown == null) {
      throw new CertificateException("none was shown");
    }
    return shown;
  }

  /** Why the server was not trusted, as a sentence; empty if it was. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    X509Certificate shown = chain[0];
    seen = shown;
    String found = fingerprint.isEmpty() ? null : objection(shown);
    refusal = found;
    if (found != null) {
      throw new CertificateException(found);
    }
  }

  private @Nullable String objection(X509Certificate shown) throws CertificateException {
    String other = ServerCertificate.of(shown).fingerprint();
    if (!ServerCertificate.same(other, fingerprint)) {
      return Texts.get("worker.server.changed", server, fingerprint, other);
    }
    try {
      shown.checkValidity();
      return null;
    } catch (CertificateExpiredException e) {
      return Texts.get("worker.server.expired", server, date(shown.getNotAfter()));
    } catch (CertificateNotYetValidException e) {
      return Texts.get("worker.server.early", server, date(shown.getNotBefore()));
    }
  }

  private static String date(Date when) {
    return LocalDate.ofInstant(when.toInstant(), ZoneId.systemDefault()).toString();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(Objects.requireNonNull(chain));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
