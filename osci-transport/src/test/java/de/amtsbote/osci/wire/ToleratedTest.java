package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.Tolerated;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the policy for old partners let pass can be told afterwards. */
class ToleratedTest {

  private static final String RSA_1_5 = KeyTransport.Method.RSA_1_5.uri();
  private static final String TRIPLE_DES = CipherAlgorithm.TRIPLE_DES_CBC.uri();

  private static List<Tolerated> tolerated(
      CipherAlgorithm cipher, KeyTransport transport, boolean signed) throws IOException {
    Written written =
        new Written(DigestAlgorithm.SHA256, SignatureAlgorithm.RSA_SHA256, cipher, 12, transport);
    Wire wire =
        new Wire(AlgorithmPolicy.standard().writing(written), AlgorithmPolicy.legacyPartner());
    OrderSecurity security =
        new OrderSecurity(
            signed ? Parties.ORIGINATOR_SIGNATURE : null,
            Parties.INTERMEDIARY_CIPHER.certificate());
    try (IncomingMessage message = wire.read(wire.compose(Samples.store(), security))) {
      List<Tolerated> all = new ArrayList<>(message.tolerated());
      all.addAll(message.open(List.of(Parties.ADDRESSEE_CIPHER)).tolerated(signed));
      return all;
    }
  }

  @Test
  void oldAlgorithms_areNamedWhereTheyStood() throws IOException {
    assertThat(tolerated(CipherAlgorithm.TRIPLE_DES_CBC, KeyTransport.RSA_1_5, true))
        .containsExactly(
            new Tolerated("transport", TRIPLE_DES),
            new Tolerated("transport", RSA_1_5),
            new Tolerated("content container0", TRIPLE_DES),
            new Tolerated("content container0", RSA_1_5),
            new Tolerated("attachment anlage.bin", TRIPLE_DES));
  }

  @Test
  void cbcUnderASignature_neededNoTolerance() throws IOException {
    assertThat(tolerated(CipherAlgorithm.AES256_CBC, KeyTransport.OAEP_SHA256, true)).isEmpty();
  }

  @Test
  void cbcThatNobodySigned_didNeedIt() throws IOException {
    assertThat(tolerated(CipherAlgorithm.AES256_CBC, KeyTransport.OAEP_SHA256, false))
        .containsExactly(new Tolerated("transport", CipherAlgorithm.AES256_CBC.uri()));
  }

  @Test
  void whatWeWriteOurselves_needsNone() throws IOException {
    assertThat(tolerated(CipherAlgorithm.AES256_GCM, KeyTransport.OAEP_SHA256, false)).isEmpty();
  }
}
