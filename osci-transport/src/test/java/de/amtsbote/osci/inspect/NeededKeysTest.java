package de.amtsbote.osci.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.inspect.InspectOptions.Requirement;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.OrderSecurity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever holds a message without its key learns which key it needs. */
class NeededKeysTest {

  private static final InspectOptions OPTIONS =
      InspectOptions.at(Instant.parse("2026-11-23T09:00:00Z"));

  private static InspectReport report(OrderSecurity security, InspectOptions options)
      throws IOException {
    var composer = new MessageComposer(Spool.temporary(), AlgorithmPolicy.standard());
    try (var message = composer.compose(Samples.store(), security)) {
      var out = new ByteArrayOutputStream();
      message.writeTo(out);
      return new MessageInspector(options, Spool.temporary())
          .inspect(new ByteArrayInputStream(out.toByteArray()));
    }
  }

  private static void assertNeeds(InspectReport report, KeyOperations key) {
    var certificate = key.certificate();
    assertThat(report.tree().get("neededKeys"))
        .isEqualTo(
            List.of(
                Map.of(
                    "subject", certificate.getSubjectX500Principal().getName(),
                    "issuer", certificate.getIssuerX500Principal().getName(),
                    "serial", certificate.getSerialNumber().toString(),
                    "notBefore", certificate.getNotBefore().toInstant(),
                    "notAfter", certificate.getNotAfter().toInstant(),
                    "sha256", RoleCertificate.fingerprint(certificate))));
  }

  @Test
  void messageEncryptedForSomebody_namesHim() throws IOException {
    var security = new OrderSecurity(null, Parties.INTERMEDIARY_CIPHER.certificate());

    var report = report(security, OPTIONS.keys(List.of(Parties.STRANGER_CIPHER)));

    assertThat(report.rejectLayer()).contains("transport-decryption");
    assertNeeds(report, Parties.INTERMEDIARY_CIPHER);
  }

  @Test
  void contentEncryptedForSomebody_namesHim() throws IOException {
    var report = report(OrderSecurity.NONE, OPTIONS);

    assertThat(report.rejectLayer()).contains("content-decryption");
    assertThat(report.tree()).containsEntry("messageType", "storeDelivery");
    assertThat(report.toText()).contains("readable: false");
    assertNeeds(report, Parties.ADDRESSEE_CIPHER);
  }

  @Test
  void keyThatDoesNotOpenTheContent_isOfNoUse() throws IOException {
    var report = report(OrderSecurity.NONE, OPTIONS.keys(List.of(Parties.STRANGER_CIPHER)));

    assertThat(report.rejectLayer()).contains("content-decryption");
    assertNeeds(report, Parties.ADDRESSEE_CIPHER);
  }

  @Test
  void missingOrderSignature_isAgainstThePolicyOfWhoAsks() throws IOException {
    var report = report(OrderSecurity.NONE, OPTIONS.require(Set.of(Requirement.ORDER_SIGNATURE)));

    assertThat(report.rejectLayer()).contains("policy");
    assertThat(report.tree()).containsEntry("feedbackCode", "9600");
  }
}
