package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.CA;
import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.client.FaultReceivedException;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.intermediary.Intermediary;
import de.amtsbote.osci.intermediary.IntermediaryPolicy;
import de.amtsbote.osci.mailbox.InMemoryMailboxStore;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.testpki.TickingClock;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustMaterial;
import de.amtsbote.osci.wire.ReadLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody can tell whether certificates are revoked: clients shall come again, not go away. */
class FailedCertificateCheckTest {

  private final TickingClock clock = new TickingClock(TestPki.NOW);
  private final MailboxStore store = new InMemoryMailboxStore(Spool.temporary());
  private boolean broken;

  private OsciClient client(RevocationPolicy policy) {
    var trust = TrustMaterial.of(List.of(CA.certificate()));
    var checker =
        new CertificateChecker(
            () -> {
              if (broken) {
                throw new IllegalStateException("the trust folder is on fire");
              }
              return trust;
            },
            policy,
            clock);
    var intermediary =
        new Intermediary(
            INTERMEDIARY, IntermediaryPolicy.strict(), store, checker, Spool.temporary(), clock);
    var endpoint =
        Intermediary.endpoint(
            intermediary,
            INTERMEDIARY,
            AlgorithmPolicy.standard(),
            ReadLimits.DEFAULT,
            Spool.temporary());
    Supplier supplier = World.supplier(World.ADDRESS);
    return new OsciClient(ALICE, supplier, new Wire(Map.of(World.ADDRESS, endpoint)));
  }

  @Test
  void unknownRevocation_isTheServersFault() {
    assertThatThrownBy(client(RevocationPolicy.refuseWhenUnknown())::messageId)
        .isInstanceOfSatisfying(
            FaultReceivedException.class,
            e -> {
              assertThat(e.fault().code()).isEqualTo("9503");
              assertThat(e.fault().server()).isTrue();
            });
  }

  @Test
  void unknownRevocation_isAWarningWhereTheRuleAdmitsIt() throws Exception {
    var client = client(RevocationPolicy.warnWhenUnknown());

    assertThat(client.store(client.messageId(), Letters.to(BOB)))
        .isInstanceOfSatisfying(
            SendOutcome.Accepted.class,
            accepted -> assertThat(accepted.feedback().codes()).contains("0800", "3501", "3707"));
  }

  @Test
  void checkThatBreaks_isTheServersFault() {
    var client = client(RevocationPolicy.unchecked());
    broken = true;

    assertThat(client.store(new MessageId("m"), Letters.to(BOB)))
        .isInstanceOfSatisfying(
            SendOutcome.Unclear.class,
            unclear ->
                assertThat(((FaultReceivedException) unclear.why()).fault().code())
                    .isEqualTo("9503"));
  }
}
