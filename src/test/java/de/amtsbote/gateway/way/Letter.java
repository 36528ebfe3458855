package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import java.util.ArrayList;
import java.util.List;

/** A delivery to one of the offices, written as old or strange as a test needs it. */
final class Letter {

  private final Town town;
  private final String sender;
  private final String office;
  private final Spool spool = Spool.temporary();
  private final List<EncryptedContainer> containers = new ArrayList<>();
  private RoleCertificates certificates;
  private AlgorithmPolicy contentPolicy = AlgorithmPolicy.standard();

  Letter(Town town, String sender, String office) {
    this.town = town;
    this.sender = sender;
    this.office = office;
    this.certificates =
        RoleCertificates.builder()
            .add(Role.ORIGINATOR, Usage.CIPHER, town.ciphers.get(sender).certificate())
            .add(Role.ORIGINATOR, Usage.SIGNATURE, town.signers.get(sender).certificate())
            .add(Role.ADDRESSEE, Usage.CIPHER, town.ciphers.get(office).certificate())
            .build();
  }

  Letter contentIn(AlgorithmPolicy policy) {
    contentPolicy = policy;
    return this;
  }

  Letter forOffice(String containerId, String contentId, byte[] octets) {
    return add(containerId, contentId, octets, Role.ADDRESSEE, office);
  }

  /** A container that the office cannot open. */
  Letter forSomebodyElse(String containerId, String party, byte[] octets) {
    return add(containerId, containerId + "-content", octets, Role.OTHER_READER, party);
  }

  private Letter add(String id, String contentId, byte[] octets, Role role, String party) {
    var reader = RoleCertificate.of(role, Usage.CIPHER, town.ciphers.get(party).certificate());
    if (role == Role.OTHER_READER) {
      certificates = certificates.with(reader);
    }
    var container =
        ContentContainer.builder(id)
            .data(contentId, octets)
            .signer(ContentSigner.originator(keys(town.signers.get(sender))))
            .build();
    containers.add(new EncryptedContainer("enc-" + id, container, List.of(reader)));
    return this;
  }

  private static KeyOperations keys(TestIdentity identity) {
    return SoftwareKeys.of(identity.key(), identity.certificate());
  }

  /** Sends it; the intermediary must take it. */
  MessageId send() throws Exception {
    var port = new OsciPort(town);
    var id = port.issuedId();
    var store =
        OutgoingMessage.of(MessageType.STORE_DELIVERY, ControlBlock.implicit("challenge"))
            .order(Order.builder().messageId(id).build())
            .certificates(certificates);
    var old = store.content(new ContentPackage.Composed(containers, List.of())).build();
    var signer = keys(town.signers.get(sender));
    var reader =
        new MessageReader(spool, AlgorithmPolicy.legacyPartner(), ReadLimits.DEFAULT, List.of());
    try (var composed =
            new MessageComposer(spool, contentPolicy)
                .compose(old, new OrderSecurity(signer, null));
        var octets = composed.open();
        var read = reader.read(octets, Expectations.NONE)) {
      send(store.content(read.content()).build(), signer);
    }
    return id;
  }

  private void send(OutgoingMessage order, KeyOperations signer) throws Exception {
    var intermediary = town.ciphers.get("intermediary").certificate();
    var identity = ClientIdentity.of(keys(town.ciphers.get(sender)), signer);
    var answers =
        new MessageReader(spool, AlgorithmPolicy.standard(), ReadLimits.DEFAULT, identity.cipher());
    try (var composed =
            new MessageComposer(spool, AlgorithmPolicy.standard())
                .compose(order, new OrderSecurity(signer, intermediary));
        var body =
            new HttpOsciTransport(HttpTimeouts.standard())
                .exchange(town.intermediary(), MessageBody.of(composed));
        var answer = answers.read(body, Expectations.NONE)) {
      assertThat(answer.order().feedback().codes()).contains("0800");
    }
  }
}
