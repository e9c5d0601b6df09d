package org.inferscope.compute.worker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * What a server shows of itself, for a person to compare with what the server's owner says.
 *
 * @param fingerprint SHA-256 of the certificate, pairs of hexadecimal digits with colons between
 * @param subject whom it names
 * @param notBefore from when it is valid
 * @param notAfter until when
 */
public record ServerCertificate(
    String fingerprint, String subject, Instant notBefore, Instant notAfter) {

  private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

  /**
   * Asks a server for its certificate, and tells it nothing: no token is sent. Waits; background
   * threads only.
   *
   * @param patience how long the server may take
   * @throws InferscopeException with the reason in words if it shows none
   */
  public static ServerCertificate fetch(String host, int port, Duration patience) {
    ServerAccess server = new ServerAccess(host, port, "", "");
    InetSocketAddress address = ServerFailures.resolve(server);
    PinnedCertificate any = PinnedCertificate.any(server.address());
    try (Socket plain = new Socket()) {
      int millis = (int) patience.toMillis();
      plain.connect(address, millis);
      plain.setSoTimeout(millis);
      handshake(plain, host, port, any);
      return of(any.seen());
    } catch (SSLException e) {
      throw new InferscopeException(Texts.get("worker.server.notTls", server.address()), e);
    } catch (IOException e) {
      throw ServerFailures.unreachable(server, patience, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void handshake(Socket plain, String host, int port, PinnedCertificate any)
      throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {any}, new SecureRandom());
    try (SSLSocket tls =
        (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      tls.setSSLParameters(parameters);
      tls.startHandshake();
    }
  }

  /** What a certificate shows. */
  static ServerCertificate of(X509Certificate certificate) throws CertificateEncodingException {
    return new ServerCertificate(
        fingerprint(certificate.getEncoded()),
        certificate.getSubjectX500Principal().getName(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }

  private static String fingerprint(byte[] encoded) {
    try {
      return PAIRS.formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    } catch (NoSuchAlgorithmException e) {
      // Every Java has it.
      throw new IllegalStateException(e);
    }
  }

  /** Whether two fingerprints are the same, however they are written. */
  static boolean same(String one, String other) {
    return digits(one).equals(digits(other));
  }

  private static String digits(String fingerprint) {
    return fingerprint.replaceAll("[^0-9A-Fa-f]", "").toUpperCase(Locale.ROOT);
  }
}
