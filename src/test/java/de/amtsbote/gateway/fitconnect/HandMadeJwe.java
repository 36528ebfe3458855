package de.amtsbote.gateway.fitconnect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** A JWE whose tag is right and whose content is not what its header says. */
public final class HandMadeJwe {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int TAG = 16;

  private HandMadeJwe() {}

  /** These octets under a header that calls them zipped. */
  public static String zipped(String kid, RSAPublicKey reader, byte[] octets) {
    var head =
        """
        {"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"%s","cty":"application/xml","zip":"DEF"}"""
            .formatted(kid);
    var text = BASE64.encodeToString(head.getBytes(StandardCharsets.UTF_8));
    try {
      var makes = KeyGenerator.getInstance("AES");
      makes.init(256);
      var key = makes.generateKey();
      var wrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
      wrap.init(
          Cipher.ENCRYPT_MODE,
          reader,
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
      var vector = new byte[12];
      var seal = Cipher.getInstance("AES/GCM/NoPadding");
      seal.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, vector));
      seal.updateAAD(text.getBytes(StandardCharsets.US_ASCII));
      var sealed = seal.doFinal(octets);
      return String.join(
          ".",
          text,
          BASE64.encodeToString(wrap.doFinal(key.getEncoded())),
          BASE64.encodeToString(vector),
          BASE64.encodeToString(Arrays.copyOf(sealed, sealed.length - TAG)),
          BASE64.encodeToString(Arrays.copyOfRange(sealed, sealed.length - TAG, sealed.length)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
