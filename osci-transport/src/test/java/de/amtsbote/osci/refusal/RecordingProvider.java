package de.amtsbote.osci.refusal;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.ShortBufferException;

/** The ciphers of the JDK, writing down what is done with them and with how many octets. */
final class RecordingProvider extends Provider {
  private static final long serialVersionUID = 1L;

  static final String NAME = "Recording";

  private static final List<String> STEPS = new ArrayList<>();
  private static final List<String> NAMES =
      List.of(
          "AES/GCM/NoPadding",
          "AES/CTR/NoPadding",
          "AES/CBC/NoPadding",
          "RSA/ECB/OAEPPadding",
          "RSA/ECB/PKCS1Padding");

  RecordingProvider() {
    super(NAME, "1", "writes down the steps of ciphers");
    NAMES.forEach(name -> putService(new RecordingService(this, name)));
  }

  static void forget() {
    STEPS.clear();
  }

  static List<String> steps() {
    return List.copyOf(STEPS);
  }

  private static final class RecordingService extends Service {
    RecordingService(Provider provider, String name) {
      super(provider, "Cipher", name, RecordingCipher.class.getName(), null, null);
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      return new RecordingCipher(getAlgorithm());
    }
  }

  private static final class RecordingCipher extends CipherSpi {
    private final String name;
    private final Cipher cipher;

    RecordingCipher(String name) throws NoSuchAlgorithmException {
      this.name = name;
      try {
        cipher = Cipher.getInstance(name, Security.getProvider("SunJCE"));
      } catch (GeneralSecurityException e) {
        throw new NoSuchAlgorithmException(e);
      }
    }

    private void step(String what, int octets) {
      STEPS.add(name + " " + what + " " + octets);
    }

    @Override
    protected void engineSetMode(String mode) {
      // part of the name
    }

    @Override
    protected void engineSetPadding(String padding) {
      // part of the name
    }

    @Override
    protected int engineGetBlockSize() {
      return cipher.getBlockSize();
    }

    @Override
    protected int engineGetOutputSize(int length) {
      return cipher.getOutputSize(length);
    }

    @Override
    protected byte[] engineGetIV() {
      return cipher.getIV();
    }

    @Override
    protected AlgorithmParameters engineGetParameters() {
      return cipher.getParameters();
    }

    @Override
    protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
      step("init", mode);
      cipher.init(mode, key);
    }

    @Override
    protected void engineInit(
        int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
        throws InvalidKeyException, InvalidAlgorithmParameterException {
      step("init", mode);
      cipher.init(mode, key, parameters);
    }

    @Override
    protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom r)
        throws InvalidKeyException, InvalidAlgorithmParameterException {
      step("init", mode);
      cipher.init(mode, key, parameters);
    }

    @Override
    protected byte[] engineUpdate(byte[] in, int offset, int count) {
      step("update", count);
      return cipher.update(in, offset, count);
    }

    @Override
    protected int engineUpdate(byte[] in, int offset, int count, byte[] out, int to)
        throws ShortBufferException {
      step("update", count);
      return cipher.update(in, offset, count, out, to);
    }

    @Override
    protected byte[] engineDoFinal(byte[] in, int offset, int count)
        throws IllegalBlockSizeException, BadPaddingException {
      step("end", count);
      return count == 0 ? cipher.doFinal() : cipher.doFinal(in, offset, count);
    }

    @Override
    protected int engineDoFinal(byte[] in, int offset, int count, byte[] out, int to)
        throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
      step("end", count);
      return count == 0 ? cipher.doFinal(out, to) : cipher.doFinal(in, offset, count, out, to);
    }
  }
}
