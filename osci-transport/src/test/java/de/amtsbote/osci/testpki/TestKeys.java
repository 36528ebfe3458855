package de.amtsbote.osci.testpki;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes key pairs; 2048 bits, because their strength is no subject of any test. The native provider
 * makes them also where tests run without it: the first compiler of the JVM needs a second for
 * each.
 */
public final class TestKeys {

  private static final Provider FASTEST = fastest();

  private TestKeys() {}

  private static Provider fastest() {
    try {
      var corretto = AmazonCorrettoCryptoProvider.INSTANCE;
      if (corretto.getLoadingError() == null) {
        return corretto;
      }
    } catch (LinkageError | IllegalStateException notHere) {
      return Security.getProvider("SunRsaSign");
    }
    return Security.getProvider("SunRsaSign");
  }

  /** A key pair as the JDK itself makes them. */
  public static KeyPair rsa() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA", FASTEST);
      generator.initialize(2048);
      var made = generator.generateKeyPair();
      var factory = KeyFactory.getInstance("RSA", "SunRsaSign");
      return new KeyPair(
          (PublicKey) factory.translateKey(made.getPublic()),
          (PrivateKey) factory.translateKey(made.getPrivate()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs certificates. */
  static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withRSA").setProvider(FASTEST).build(key);
  }
}
