package org.inferscope.compute.worker.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/** Reads a private key and sees whether it is the one of a certificate. */
final class PrivateKeys {
  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN ([A-Z ]*)PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1PRIVATE KEY-----");
  private static final Pattern OLD = Pattern.compile("-----BEGIN (RSA|EC|DSA) PRIVATE KEY-----");
  private static final String ENCRYPTED = "ENCRYPTED ";
  private static final byte[] SAMPLE = "Inferscope".getBytes(StandardCharsets.US_ASCII);

  private PrivateKeys() {}

  /**
   * Reads the key of a certificate.
   *
   * @param owner of the certificate
   * @throws InferscopeException if it is no key that can be read, or another's
   */
  static PrivateKey read(Path file, PublicKey owner, Path certificate) {
    String text = PemFile.read(file);
    if (OLD.matcher(text).find()) {
      throw refused(Texts.get("serve.key.old", file.toString()));
    }
    Matcher key = KEY.matcher(text);
    if (!key.find()) {
      throw refused(Texts.get("serve.key.noPem", file.toString()));
    }
    if (key.group(1).equals(ENCRYPTED)) {
      throw refused(Texts.get("serve.key.encrypted", file.toString()));
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(key.group(2));
      PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(bytes);
      PrivateKey read = KeyFactory.getInstance(owner.getAlgorithm()).generatePrivate(encoded);
      if (signsFor(read, owner)) {
        return read;
      }
    } catch (IllegalArgumentException e) {
      throw new InferscopeException(Texts.get("serve.key.broken", file.toString()), e);
    } catch (GeneralSecurityException e) {
      // Of another kind than the certificate's, or damaged, which cannot be told apart.
      throw new InferscopeException(
          Texts.get("serve.key.other", file.toString(), certificate.toString()), e);
    }
    throw refused(Texts.get("serve.key.other", file.toString(), certificate.toString()));
  }

  private static InferscopeException refused(String sentence) {
    return new InferscopeException(sentence);
  }

  private static boolean signsFor(PrivateKey key, PublicKey owner) throws GeneralSecurityException {
    String algorithm =
        switch (owner.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> owner.getAlgorithm();
        };
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(SAMPLE);
    byte[] signed = signature.sign();
    signature.initVerify(owner);
    signature.update(SAMPLE);
    return signature.verify(signed);
  }
}
