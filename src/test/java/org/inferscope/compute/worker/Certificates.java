package org.inferscope.compute.worker;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;

/** Certificates that sign themselves, made by Java's own tool. */
final class Certificates {
  private static final String PASSWORD = "changeit";

  private Certificates() {}

  /**
   * A server's side of TLS.
   *
   * @param from when it is valid from, as keytool's -startdate
   * @param days for how long
   */
  static SslContext server(Path folder, String from, int days)
      throws IOException, InterruptedException, GeneralSecurityException {
    KeyStore store = store(folder, from, days);
    PrivateKey key = (PrivateKey) store.getKey("server", PASSWORD.toCharArray());
    X509Certificate certificate = (X509Certificate) store.getCertificate("server");
    return GrpcSslContexts.configure(SslContextBuilder.forServer(key, certificate), SslProvider.JDK)
        .build();
  }

  private static KeyStore store(Path folder, String from, int days)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = Files.createTempDirectory(folder, "keys").resolve("server.p12");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=elsewhere",
                "-startdate",
                from,
                "-validity",
                Integer.toString(days),
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(file.resolveSibling("log.txt").toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(Files.readString(file.resolveSibling("log.txt")));
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }
}
