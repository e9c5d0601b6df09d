package org.inferscope.compute.worker.server;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * How a server shows who it is and encrypts what it says.
 *
 * @param context for the connections
 * @param fingerprint SHA-256 of the certificate, as hexadecimal pairs with colons, for the person
 *     who connects to compare
 * @param warnings sentences about what is allowed but unwise
 */
public record ServerTls(SslContext context, String fingerprint, List<String> warnings) {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final Duration SOON = Duration.ofDays(14);

  /** Keeps the warnings as they are now. */
  public ServerTls {
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads what a server needs from PEM files.
   *
   * @param certificate the server's certificate, and after it those of who signed it
   * @param key its private key in PKCS#8, not encrypted
   * @throws InferscopeException if one of them is not there, not PEM, expired, or not the other's
   */
  public static ServerTls read(Path certificate, Path key) {
    List<X509Certificate> chain = certificates(certificate);
    X509Certificate own = chain.get(0);
    List<String> warnings = new ArrayList<>();
    checkDates(own, certificate, warnings);
    PrivateKey secret = PrivateKeys.read(key, own.getPublicKey(), certificate);
    if (TokenFile.isOpenToAll(key)) {
      warnings.add(Texts.get("serve.key.open", key.toString()));
    }
    try {
      SslContextBuilder server =
          SslContextBuilder.forServer(secret, chain.toArray(X509Certificate[]::new));
      return new ServerTls(
          GrpcSslContexts.configure(server, SslProvider.JDK).build(), fingerprint(own), warnings);
    } catch (SSLException | GeneralSecurityException | IllegalArgumentException e) {
      throw new InferscopeException(
          Texts.get("serve.cert.unfit", certificate.toString(), key.toString()), e);
    }
  }

  private static List<X509Certificate> certificates(Path file) {
    String text = PemFile.read(file);
    int begin = text.indexOf(BEGIN);
    if (begin < 0) {
      throw new InferscopeException(Texts.get("serve.cert.noPem", file.toString()));
    }
    // Some tools write what a certificate says in words above it, which is no part of it.
    byte[] pem = text.substring(begin).getBytes(StandardCharsets.UTF_8);
    try {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (CertificateException e) {
      throw new InferscopeException(Texts.get("serve.cert.broken", file.toString()), e);
    }
    throw new InferscopeException(Texts.get("serve.cert.broken", file.toString()));
  }

  private static void checkDates(X509Certificate own, Path file, List<String> warnings) {
    Instant now = Instant.now();
    Instant from = own.getNotBefore().toInstant();
    Instant until = own.getNotAfter().toInstant();
    if (now.isAfter(until)) {
      throw new InferscopeException(Texts.get("serve.cert.expired", file.toString(), day(until)));
    }
    if (now.isBefore(from)) {
      throw new InferscopeException(Texts.get("serve.cert.notYet", file.toString(), day(from)));
    }
    if (now.plus(SOON).isAfter(until)) {
      warnings.add(Texts.get("serve.cert.soon", file.toString(), day(until)));
    }
  }

  private static String day(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return HexFormat.ofDelimiter(":").formatHex(sum).toUpperCase(Locale.ROOT);
  }
}
