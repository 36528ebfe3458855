package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.error.Layer;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.io.Base64Lines;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.OrderSecurity;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A signer's certificate whose key is no point of its curve, or of no curve that there is. */
class RefusedCurveTest {

  /** Octets of a coordinate of P-256. */
  private static final int COORDINATE = 32;

  private final Attack attack = new Attack();

  private void assertRefused(Consumer<byte[]> change) throws Exception {
    byte[] honest =
        attack.message(
            ContentPackage.of(
                ContentContainer.builder("container0")
                    .data("content0", Samples.PAYLOAD)
                    .signer(ContentSigner.otherAuthor(0, Parties.EC_AUTHOR))
                    .build()),
            OrderSecurity.NONE);
    attack.assertAccepted(honest);
    byte[] certificate = Parties.EC_AUTHOR.certificate().getEncoded();
    byte[] changed = certificate.clone();
    change.accept(changed);

    byte[] message =
        Attack.edit(honest, t -> t.replace(Base64Lines.of(certificate), Base64Lines.of(changed)));

    OsciException refusal = attack.refusal(message);
    assertThat(refusal.error().layer())
        .isIn(Layer.CERTIFICATE, Layer.ALGORITHM_POLICY, Layer.CONTENT_SIGNATURE);
  }

  /** Where the coordinates of the point start. */
  private static int point(byte[] certificate) {
    byte[] key = Parties.EC_AUTHOR.certificate().getPublicKey().getEncoded();
    for (int at = 0; ; at++) {
      if (Arrays.equals(certificate, at, at + key.length, key, 0, key.length)) {
        return at + key.length - 2 * COORDINATE;
      }
    }
  }

  @Test
  void pointBesideTheCurve_isRefused() throws Exception {
    assertRefused(der -> der[point(der) + 2 * COORDINATE - 1] ^= 1);
  }

  @Test
  void originOfThePlane_isRefused() throws Exception {
    assertRefused(der -> Arrays.fill(der, point(der), point(der) + 2 * COORDINATE, (byte) 0));
  }

  @Test
  void coordinatesBeyondTheField_areRefused() throws Exception {
    assertRefused(der -> Arrays.fill(der, point(der), point(der) + 2 * COORDINATE, (byte) 0xff));
  }

  @Test
  void pointOfAnUnknownForm_isRefused() throws Exception {
    assertRefused(der -> der[point(der) - 1] = 5);
  }

  @Test
  void curveThatNobodyKnows_isRefused() throws Exception {
    // 1.2.840.10045.3.1.7 stands right before the bit string of the point
    assertRefused(der -> der[point(der) - 5] = 99);
  }
}
