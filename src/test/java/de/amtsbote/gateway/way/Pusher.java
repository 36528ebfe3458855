package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.Author.keys;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.http.HttpOsciTransport;
import de.amtsbote.osci.http.HttpTimeouts;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.ProcessCard;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.model.Timestamp;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An intermediary that brings deliveries to the gateway, honest or not. */
final class Pusher {

  /** Push entries that answer at once, and how long they wait for their clerk. */
  private static final Map<String, String> ANSWERING =
      Map.of(
          "auskunft",
          "30s",
          "ungeduldig",
          "1s",
          "meldestelle",
          "1s",
          "zustellung-ohne-antwort",
          "0s");

  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-23T12:00:00Z");

  private final Town town;
  private final MessageId id = new MessageId(UUID.randomUUID().toString());
  private final Spool spool = Spool.temporary();
  private TestIdentity signer;
  private TestIdentity author;
  private String office = "gewerbeamt";
  private AlgorithmPolicy writing = AlgorithmPolicy.standard();

  /**
   * The push entries of a town: its intermediary may bring deliveries, which are dropped; one takes
   * those of a kind of authority only, which is nobody's.
   */
  static List<String> settings(Town town) {
    var push = "--amtsbote.osci.push.zustellung";
    var official = "--amtsbote.osci.push.amtlich";
    var delivery = "--amtsbote.deliveries.zustellung";
    var settings = new ArrayList<String>();
    var recipients = new ArrayList<String>();
    recipients.add(address(town, "zustellung").toString());
    recipients.add(town.procedure("/foreign").toString());
    ANSWERING.forEach(
        (name, patience) -> {
          recipients.add(address(town, name).toString());
          settings.addAll(answering(name, patience));
        });
    settings.add("--amtsbote.intermediary.push.recipients=" + String.join(",", recipients));
    settings.add("--amtsbote.osci.push.meldestelle.author-category=Meldebehörde");
    settings.addAll(
        List.of(
            push + ".tenant=stadt",
            push + ".identity=gewerbeamt",
            push + ".intermediaries=knoten,altknoten,altbau",
            push + ".max-size=1MB",
            official + ".tenant=stadt",
            official + ".identity=gewerbeamt",
            official + ".intermediaries=knoten",
            official + ".author-category=Passbehörde",
            delivery + ".kind=file",
            delivery + ".folder=" + town.folder.resolve("drop-zustellung")));
    return settings;
  }

  /** Entries of the lost property office, whose clerk answers from a mailbox of the same name. */
  private static List<String> answering(String name, String patience) {
    var push = "--amtsbote.osci.push." + name;
    var delivery = "--amtsbote.deliveries." + name;
    return List.of(
        push + ".tenant=stadt",
        push + ".identity=fundamt",
        push + ".intermediaries=knoten",
        push + ".max-size=1MB",
        push + ".answer-within=" + patience,
        delivery + ".kind=mailbox",
        delivery + ".parties=fun:99001003");
  }

  /** Where intermediaries bring deliveries to. */
  static URI address(Town town, String entry) {
    return URI.create("http://localhost:" + town.port() + "/osci/push/" + entry);
  }

  Pusher(Town town) {
    this.town = town;
    this.signer = town.signers.get("intermediary");
    this.author = town.signers.get("portal");
  }

  Pusher signedBy(TestIdentity other) {
    signer = other;
    return this;
  }

  Pusher writtenBy(TestIdentity other) {
    author = other;
    return this;
  }

  /** The order is encrypted with these old algorithms, its content not at all. */
  Pusher sealedIn(AlgorithmPolicy policy) {
    writing = policy;
    return this;
  }

  Pusher forOffice(String other) {
    office = other;
    return this;
  }

  MessageId id() {
    return id;
  }

  /** The order as it goes over the wire. */
  byte[] order(byte[] payload) throws IOException {
    var reader =
        RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, town.ciphers.get(office).certificate());
    var container =
        ContentContainer.builder("DATA")
            .data("MESSAGE", payload)
            .signer(ContentSigner.originator(keys(author)))
            .build();
    var card = new ProcessCard(NOON, Timestamp.of(NOON), Timestamp.of(NOON), null, "Eilt");
    var order =
        OutgoingMessage.of(MessageType.ACCEPT_DELIVERY, ControlBlock.challenge("Y2hhbGxlbmdl"))
            .order(Order.builder().processCard(new ProcessCardBundle(id, card, List.of())).build())
            .certificates(certificates().with(reader))
            .content(
                writing.legacy()
                    ? ContentPackage.of(container)
                    : ContentPackage.of(
                        new EncryptedContainer("enc-DATA", container, List.of(reader))))
            .build();
    var security = new OrderSecurity(keys(signer), town.ciphers.get(office).certificate());
    try (var composed = new MessageComposer(spool, writing).compose(order, security);
        var octets = composed.open()) {
      return octets.readAllBytes();
    }
  }

  private RoleCertificates certificates() {
    return RoleCertificates.builder()
        .add(Role.ORIGINATOR, Usage.CIPHER, town.ciphers.get("portal").certificate())
        .add(Role.ORIGINATOR, Usage.SIGNATURE, author.certificate())
        .add(Role.INTERMEDIARY, Usage.CIPHER, town.ciphers.get("intermediary").certificate())
        .add(Role.INTERMEDIARY, Usage.SIGNATURE, signer.certificate())
        .build();
  }

  private static MessageBody body(byte[] octets) {
    return new MessageBody() {
      @Override
      public long length() {
        return octets.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(octets);
      }
    };
  }

  /** Brings an order to a push entry; gives the feedback codes, or the code of a fault. */
  List<String> bring(String entry, byte[] order) throws IOException {
    var answers =
        new MessageReader(
            spool,
            AlgorithmPolicy.standard(),
            ReadLimits.DEFAULT,
            List.of(keys(town.ciphers.get("intermediary"))));
    try (var body =
            new HttpOsciTransport(HttpTimeouts.standard())
                .exchange(address(town, entry), body(order));
        var answer = answers.read(body, Expectations.NONE)) {
      return answer.type() == MessageType.SOAP_FAULT
          ? List.of("fault " + answer.order().fault().code())
          : answer.order().feedback().codes();
    }
  }
}
