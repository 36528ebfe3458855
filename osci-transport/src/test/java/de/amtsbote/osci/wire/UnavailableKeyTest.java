package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.KeyUnavailableException;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What fails here and not in the message is told so, and may be tried again. */
class UnavailableKeyTest {

  private static final KeyOperations GONE =
      new KeyOperations() {
        @Override
        public X509Certificate certificate() {
          return Parties.INTERMEDIARY_CIPHER.certificate();
        }

        @Override
        public byte[] sign(SignatureAlgorithm algorithm, byte[] data)
            throws GeneralSecurityException {
          throw new KeyUnavailableException("no token", null);
        }

        @Override
        public byte[] decryptKey(KeyTransport transport, byte[] wrappedKey)
            throws GeneralSecurityException {
          throw new KeyUnavailableException("no token", null);
        }
      };

  private static OsciException failure(Spool spool, KeyOperations key) throws IOException {
    var message = new Wire().compose(Samples.store(), Samples.fullSecurity(Samples.store()));
    var reader =
        new MessageReader(spool, AlgorithmPolicy.standard(), ReadLimits.DEFAULT, List.of(key));
    return catchThrowableOfType(
        OsciException.class,
        () -> reader.read(new ByteArrayInputStream(message), Expectations.NONE));
  }

  @Test
  void tokenThatWasTakenOut_isNoFaultOfTheMessage() throws IOException {
    var failure = failure(Spool.temporary(), GONE);

    assertThat(failure.rule()).isEqualTo(Rule.KEY_OPERATION);
    assertThat(failure.error().isPermanent()).isFalse();
  }

  @Test
  void temporaryStorageThatIsNotThere_isNoFaultOfTheMessage() throws IOException {
    var failure = failure(new Spool(Path.of("/nowhere"), 16, 0), Parties.INTERMEDIARY_CIPHER);

    assertThat(failure.rule()).isEqualTo(Rule.INTERNAL);
    assertThat(failure.error().isPermanent()).isFalse();
  }
}
