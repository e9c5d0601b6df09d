package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTlsTest {
  @TempDir private Path folder;

  private Path file(String name) throws IOException {
    return TestCertificates.copy(name, folder);
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aCertificateAndItsKeyAreTakenAndTheFingerprintIsThatOfOtherTools() throws IOException {
    ServerTls tls = ServerTls.read(file("server.crt"), file("server.key"));
    assertThat(tls.fingerprint()).isEqualTo(TestCertificates.FINGERPRINT);
    assertThat(tls.context().isServer()).isTrue();
    assertThat(tls.context().applicationProtocolNegotiator().protocols()).contains("h2");
    assertThat(tls.warnings()).isEmpty();
  }

  @Test
  void keysOfBothUsualKindsWork() throws IOException {
    assertThat(ServerTls.read(file("rsa.crt"), file("rsa.key")).warnings()).isEmpty();
  }

  @Test
  void wordsAboveACertificateAndLinesOfOtherSystemsDoNoHarm() throws IOException {
    String text = Files.readString(file("server.crt")).replace("\n", "\r\n");
    Path explained = written("explained.crt", "Certificate:\n  Issuer: CN=größe\n" + text);
    assertThat(ServerTls.read(explained, file("server.key")).fingerprint())
        .isEqualTo(TestCertificates.FINGERPRINT);
  }

  @Test
  void aCertificateComesWithThoseThatSignedIt() throws IOException {
    Path chain =
        written(
            "chain.crt", Files.readString(file("server.crt")) + Files.readString(file("rsa.crt")));
    assertThat(ServerTls.read(chain, file("server.key")).fingerprint())
        .isEqualTo(TestCertificates.FINGERPRINT);
  }

  @ParameterizedTest
  @CsvSource({
    "missing.crt, server.key, missing.crt does not exist.",
    "server.crt, missing.key, missing.key does not exist.",
    "server.key, server.key, holds no certificate in PEM format",
    "server.crt, server.crt, holds no private key in PEM format",
    "expired.crt, server.key, expired on 2021-01-01",
    "future.crt, server.key, not valid before 2099-01-01",
    "server.crt, rsa.key, does not belong to the certificate",
    "rsa.crt, server.key, does not belong to the certificate",
    "rsa.crt, old.key, openssl pkcs8 -topk8 -nocrypt",
    "server.crt, encrypted.key, is encrypted. Decrypt it",
  })
  void whatIsWrongIsSaidInASentenceThatNamesTheFile(String certificate, String key, String sentence)
      throws IOException {
    for (String name : new String[] {certificate, key}) {
      if (!name.startsWith("missing")) {
        file(name);
      }
    }
    assertThatThrownBy(() -> ServerTls.read(folder.resolve(certificate), folder.resolve(key)))
        .isExactlyInstanceOf(InferscopeException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void anotherKeyOfTheSameKindIsNoticed() throws IOException {
    // The key of a certificate with the same algorithm: both from one family of curves.
    Path other =
        written(
            "other.key",
            """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgAQEBAQEBAQEBAQEB
            AQEBAQEBAQEBAQEBAQEBAQEBAQGhRANCAARv+/cg4IrBGc3AQ98QVOfuzEYq6UoP
            Pr7QTbfRVu9LLrlp9P2EKXUvQE2w+hKGK0RiM0TMSTaTc8HBStBsNfGg
            -----END PRIVATE KEY-----
            """);
    assertThatThrownBy(() -> ServerTls.read(file("server.crt"), other))
        .isExactlyInstanceOf(InferscopeException.class)
        .hasMessageContaining("does not belong to the certificate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server.crt", "server.key"})
  void aDamagedFileIsSaidToBeDamagedOrNotToFit(String name) throws IOException {
    String text = Files.readString(file(name));
    String body = text.lines().skip(1).findFirst().orElseThrow();
    file("server.crt");
    file("server.key");
    written(name, text.replace(body, body.substring(0, 10)));
    assertThatThrownBy(
            () -> ServerTls.read(folder.resolve("server.crt"), folder.resolve("server.key")))
        .isExactlyInstanceOf(InferscopeException.class)
        .hasMessageMatching(".*(is damaged|does not belong).*");
  }

  @Test
  void aFolderAPictureAndAHugeFileAreNoCertificates() throws IOException {
    Path key = file("server.key");
    assertThatThrownBy(() -> ServerTls.read(folder, key)).hasMessageContaining("is a folder");
    Path picture = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    assertThatThrownBy(() -> ServerTls.read(picture, key)).hasMessageContaining("not a text file");
    Path huge = Files.write(folder.resolve("huge"), new byte[1_100_000]);
    assertThatThrownBy(() -> ServerTls.read(huge, key)).hasMessageContaining("larger than 1 MB");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aKeyThatAllCanReadIsWarnedOf() throws IOException {
    Path key = file("server.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(ServerTls.read(file("server.crt"), key).warnings())
        .singleElement()
        .asString()
        .contains("every user", "chmod 600");
  }

  @Test
  void aTokenIsTheOneLineOfItsFile() throws IOException {
    Path file = secret("0123456789abcdef-._~+/==\n");
    assertThat(TokenFile.read(file).token()).isEqualTo("0123456789abcdef-._~+/==");
    assertThat(TokenFile.read(file).warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "' \n\n', is empty",
    "'two lines\nof it', does not hold one token",
    "'a b', does not hold one token",
    "'größe', does not hold one token",
  })
  void whatIsNoTokenIsRefusedInASentence(String text, String sentence) throws IOException {
    Path file = secret(text);
    assertThatThrownBy(() -> TokenFile.read(file))
        .isExactlyInstanceOf(InferscopeException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aMissingTokenFileIsNamed() {
    assertThatThrownBy(() -> TokenFile.read(folder.resolve("no-token")))
        .isExactlyInstanceOf(InferscopeException.class)
        .hasMessageContaining("no-token does not exist.");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aTokenThatAllCanReadOrThatIsShortIsWarnedOfButTaken() throws IOException {
    Path file = secret("short");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    TokenFile read = TokenFile.read(file);
    assertThat(read.token()).isEqualTo("short");
    assertThat(read.warnings())
        .hasSize(2)
        .anyMatch(sentence -> sentence.contains("could be guessed"))
        .anyMatch(sentence -> sentence.contains("every user"));
  }

  private Path secret(String text) throws IOException {
    Path file = TestCertificates.copy("server.key", folder);
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
