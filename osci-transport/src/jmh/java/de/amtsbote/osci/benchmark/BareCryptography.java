package de.amtsbote.osci.benchmark;

import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.KeyTransports;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.crypto.Signatures;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What cannot be saved: two signatures, two wrapped keys, each octet digested, encrypted and Base64
 * coded as often as the standard asks for, with the providers and the piece sizes that are fastest.
 */
final class BareCryptography {

  private static final int PIECE = 32 * 1024;
  private static final Base64.Encoder ENCODER = Base64.getMimeEncoder(76, new byte[] {'\n'});

  private final Identities identities;
  private final boolean xml;
  private final byte[] content;
  private final byte[] key = CryptoProviders.random(32);
  private final byte[] signedInfo = new byte[2000];
  private final byte[] signature;
  private final byte[] wrapped;
  private final byte[] contentText;
  private final byte[] container;
  private final byte[] containerSealed;
  private final byte[] bodyText;
  private final byte[] message;
  private final byte[] messageSealed;

  BareCryptography(Identities identities, byte[] content, boolean xml)
      throws GeneralSecurityException {
    this.identities = identities;
    this.content = content;
    this.xml = xml;
    signature = identities.originatorSignature.sign(SignatureAlgorithm.RSA_SHA256, signedInfo);
    wrapped = wrap();
    contentText = ENCODER.encode(content);
    container = xml ? contentText : content;
    containerSealed = seal(container);
    bodyText = xml ? ENCODER.encode(containerSealed) : containerSealed;
    message = bodyText;
    messageSealed = seal(message);
  }

  Object compose() throws GeneralSecurityException {
    if (xml) {
      ENCODER.encode(content);
    }
    byte[] first = digest(content);
    sign();
    byte[] sealed = seal(container);
    wrap();
    if (xml) {
      ENCODER.encode(sealed);
    }
    byte[] second = digest(bodyText);
    sign();
    byte[] all = seal(message);
    wrap();
    return new Object[] {first, second, all};
  }

  Object open() throws GeneralSecurityException {
    unwrap();
    byte[] all = unseal(messageSealed);
    byte[] first = digest(bodyText);
    verify();
    unwrap();
    byte[] sealed = xml ? Base64.getMimeDecoder().decode(bodyText) : containerSealed;
    byte[] plain = unseal(sealed);
    byte[] decoded = xml ? Base64.getMimeDecoder().decode(contentText) : plain;
    byte[] second = digest(decoded);
    verify();
    return new Object[] {all, first, second};
  }

  private void sign() throws GeneralSecurityException {
    identities.originatorSignature.sign(SignatureAlgorithm.RSA_SHA256, signedInfo);
  }

  private void verify() throws GeneralSecurityException {
    if (!Signatures.verify(
        SignatureAlgorithm.RSA_SHA256,
        identities.originatorSignature.certificate().getPublicKey(),
        signedInfo,
        signature)) {
      throw new GeneralSecurityException("The benchmark is broken");
    }
  }

  private byte[] wrap() throws GeneralSecurityException {
    return KeyTransports.wrap(
        KeyTransport.OAEP_SHA256, identities.addressee.certificate().getPublicKey(), key);
  }

  private void unwrap() throws GeneralSecurityException {
    identities.addressee.decryptKey(KeyTransport.OAEP_SHA256, wrapped);
  }

  private static byte[] digest(byte[] octets) {
    MessageDigest digest = CryptoProviders.digest(DigestAlgorithm.SHA256);
    for (int at = 0; at < octets.length; at += PIECE) {
      digest.update(octets, at, Math.min(PIECE, octets.length - at));
    }
    return digest.digest();
  }

  private byte[] seal(byte[] octets) throws GeneralSecurityException {
    return crypt(Cipher.ENCRYPT_MODE, octets);
  }

  private byte[] unseal(byte[] octets) throws GeneralSecurityException {
    return crypt(Cipher.DECRYPT_MODE, octets);
  }

  private byte[] crypt(int mode, byte[] octets) throws GeneralSecurityException {
    Cipher cipher = CryptoProviders.cipher("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
    byte[] result = new byte[cipher.getOutputSize(octets.length)];
    int done = 0;
    for (int at = 0; at < octets.length; at += PIECE) {
      done += cipher.update(octets, at, Math.min(PIECE, octets.length - at), result, done);
    }
    cipher.doFinal(result, done);
    return result;
  }
}
