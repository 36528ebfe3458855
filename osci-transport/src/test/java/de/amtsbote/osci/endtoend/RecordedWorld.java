package de.amtsbote.osci.endtoend;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.intermediary.ChunkPolicy;
import de.amtsbote.osci.intermediary.ChunkedTransfers;
import de.amtsbote.osci.intermediary.Intermediary;
import de.amtsbote.osci.intermediary.IntermediaryKeys;
import de.amtsbote.osci.intermediary.IntermediaryPolicy;
import de.amtsbote.osci.intermediary.IntermediaryServices;
import de.amtsbote.osci.mailbox.DialogState;
import de.amtsbote.osci.mailbox.InMemoryChunkStore;
import de.amtsbote.osci.mailbox.InMemoryMailboxStore;
import de.amtsbote.osci.mailbox.MailboxStore;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Shared;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustMaterial;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An intermediary with the keys of the recorded messages, which another library composed. */
final class RecordedWorld {

  static final ClientIdentity ALICE = identity("alice");
  static final ClientIdentity BOB = identity("bob");
  private static final IntermediaryKeys KEYS =
      IntermediaryKeys.of(Shared.key("keys/im_enc_3072.p12"), Shared.key("keys/im_sig_3072.p12"));
  private static final URI ADDRESS = URI.create("http://recorded.test/osci");

  final MailboxStore store = new InMemoryMailboxStore(Spool.temporary());
  final OsciEndpoint endpoint = endpoint();

  private static ClientIdentity identity(String name) {
    return ClientIdentity.of(
        Shared.key("keys/" + name + "_enc_3072.p12"), Shared.key("keys/" + name + "_sig_3072.p12"));
  }

  private OsciEndpoint endpoint() {
    var clock = Clock.fixed(TestPki.NOW, ZoneOffset.UTC);
    var checker =
        new CertificateChecker(
            TrustMaterial.of(List.of(anchor())), RevocationPolicy.unchecked(), clock);
    var intermediary =
        new Intermediary(
            KEYS,
            IntermediaryPolicy.open(),
            store,
            checker,
            Spool.temporary(),
            clock,
            IntermediaryServices.NONE.with(
                ChunkedTransfers.of(
                    new InMemoryChunkStore(Spool.temporary()),
                    new ChunkPolicy(100, 1 << 20, 1 << 20, 1 << 20, Duration.ofDays(1)),
                    KEYS,
                    AlgorithmPolicy.standard(),
                    ReadLimits.DEFAULT,
                    Spool.temporary())));
    return Intermediary.endpoint(
        intermediary, KEYS, AlgorithmPolicy.standard(), ReadLimits.DEFAULT, Spool.temporary());
  }

  static X509Certificate anchor() {
    try (var in = Files.newInputStream(Shared.vectorFile("keys/ca.cer"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (IOException | CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  OsciClient client(ClientIdentity identity) {
    var supplier =
        Supplier.of(ADDRESS, KEYS.cipher().get(0).certificate(), KEYS.signature().certificate());
    return new OsciClient(identity, supplier, new Wire(Map.of(ADDRESS, endpoint)));
  }

  /** The dialog that the recorded orders belong to, at the step that they expect. */
  void openRecordedDialog(String vector) throws Exception {
    var control = (Map<?, ?>) Shared.meta(vector).get("controlBlock");
    store.open(
        new DialogState(
            (String) control.get("ConversationId"),
            ALICE.cipher().get(0).certificate().getEncoded(),
            Optional.empty(),
            false,
            Long.parseLong((String) control.get("SequenceNumber")),
            (String) control.get("Response"),
            Optional.empty(),
            TestPki.NOW));
  }

  IncomingMessage send(String vector) throws IOException {
    var request = Files.readAllBytes(Shared.vectorFile(vector + "/message.bin"));
    var answer = Wire.answer(endpoint, request);
    var reader =
        new MessageReader(
            Spool.temporary(), AlgorithmPolicy.standard(), ReadLimits.DEFAULT, ALICE.cipher());
    return reader.read(new ByteArrayInputStream(answer), Expectations.NONE);
  }

  static String challengeOf(String vector) throws IOException {
    return (String) ((Map<?, ?>) Shared.meta(vector).get("controlBlock")).get("Challenge");
  }

  static MessageType answerTypeOf(String vector) throws IOException {
    return MessageType.byElementName((String) Shared.meta(vector).get("messageType"))
        .orElseThrow()
        .answer()
        .orElseThrow();
  }
}
