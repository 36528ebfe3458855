package de.amtsbote.osci.inspect;

import de.amtsbote.osci.content.EncryptionFacts;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.model.Timestamp;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What the envelope says: protection, dialog data, business values. */
final class EnvelopeSection {

  static final DateTimeFormatter SECONDS = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

  private EnvelopeSection() {}

  static Map<String, Object> encryption(EncryptionFacts facts) {
    var tree = new Tree().put("cipher", facts.cipher().uri());
    if (facts.cipher().mode() == CipherAlgorithm.Mode.GCM) {
      tree.put("ivLength", facts.ivLength());
    }
    var transport = facts.keyTransport();
    if (transport != null) {
      tree.put("keyWrap", transport.method().uri());
      if (transport.method() == KeyTransport.Method.RSA_OAEP) {
        tree.put("oaepDigestAndMgf", transport.digest().jcaName());
      }
    }
    return tree.build();
  }

  static Map<String, Object> orderSignature(MessageType type, SignatureFacts facts) {
    return new Tree()
        .put("element", type.isAnswer() ? "SupplierSignature" : "ClientSignature")
        .put("signatureMethod", facts.algorithm().uri())
        .put("digestMethod", digestMethod(facts))
        .put("signerCertificateId", facts.signer().id())
        .put("references", facts.references())
        .put("valid", true)
        .putIfThere("signingTime", seconds(facts.signingTime()))
        .build();
  }

  static String seconds(OffsetDateTime time) {
    return time == null ? null : SECONDS.format(time);
  }

  /**
   * A slice of a message.
   *
   * @param sha256 of the slice itself; null if the message carries none
   */
  static Map<String, Object> chunk(ChunkInformation chunk, String sha256) {
    return new Tree()
        .putIfThere("number", chunk.number())
        .putIfThere("of", chunk.total())
        .putIfThere("size", chunk.size())
        .putIfThere("totalSize", chunk.totalSize())
        .putIfThere("received", chunk.received())
        .putIfThere("sha256", sha256)
        .build();
  }

  static String digestMethod(SignatureFacts facts) {
    return facts.digests().stream().map(digest -> digest.uri()).sorted().findFirst().orElse(null);
  }

  static Map<String, Object> control(ControlBlock control) {
    return new Tree()
        .putIfThere("ConversationId", control.conversationId())
        .putIfThere(
            "SequenceNumber",
            control.sequenceNumber() == null ? null : control.sequenceNumber().toString())
        .putIfThere("Response", control.response())
        .putIfThere("Challenge", control.challenge())
        .build();
  }

  static Map<String, Object> selection(Order order) {
    var tree = new Tree();
    if (order.selection() instanceof SelectionRule.ByMessageId rule) {
      var ids = rule.ids().stream().map(Object::toString).toList();
      tree.put(ids.size() == 1 ? "messageId" : "messageIds", ids.size() == 1 ? ids.get(0) : ids);
    } else if (order.selection() instanceof SelectionRule.ByReception rule) {
      filter(tree.put("receptionOfDelivery", SECONDS.format(rule.from())), rule.filter());
    } else if (order.selection() instanceof SelectionRule.ByModification rule) {
      filter(tree.put("recentModification", SECONDS.format(rule.from())), rule.filter());
    }
    return tree.putIfThere("quantityLimit", order.quantityLimit()).build();
  }

  private static void filter(Tree tree, SelectionRule.Filter filter) {
    if (filter.role() != null) {
      tree.put(
          "role", filter.role() == SelectionRule.CardRole.ADDRESSEE ? "Addressee" : "Originator");
    }
    tree.putIfThere("noReception", filter.noReception());
  }

  static List<Object> feedback(Feedback feedback) {
    var entries = new ArrayList<Object>();
    if (feedback != null) {
      for (var entry : feedback.entries()) {
        entries.add(
            new Tree()
                .put("code", entry.code())
                .put("language", entry.language())
                .put("text", entry.text())
                .build());
      }
    }
    return entries;
  }

  static List<Object> processCards(MessageType type, Order order) {
    var cards = new ArrayList<Object>();
    boolean mediate = type == MessageType.RESPONSE_TO_MEDIATE_DELIVERY;
    for (var card : order.processCards()) {
      cards.add(processCard(mediate ? "RequestProcessCardBundle" : "ProcessCardBundle", card));
    }
    if (order.replyProcessCard() != null) {
      cards.add(processCard("ReplyProcessCardBundle", order.replyProcessCard()));
    }
    return cards;
  }

  private static Map<String, Object> processCard(String element, ProcessCardBundle bundle) {
    var card = bundle.card();
    return new Tree()
        .put("element", element)
        .put("messageId", bundle.messageId())
        .put("recentModification", MILLIS.format(card.recentModification()))
        .putIfThere("creation", time(card.creation()))
        .putIfThere("forwarding", time(card.forwarding()))
        .putIfThere("reception", time(card.reception()))
        .putIfThere("subject", card.subject())
        .put("inspections", bundle.inspections().size())
        .put("inspectionReport", bundle.inspections().stream().map(CardSection::tree).toList())
        .build();
  }

  static Object time(Timestamp timestamp) {
    if (timestamp instanceof Timestamp.Plain plain) {
      return MILLIS.format(plain.time());
    }
    return timestamp instanceof Timestamp.Cryptographic stamp
        ? new Tree()
            .put("algorithm", stamp.algorithm())
            .put("octets", stamp.token().length)
            .put("sha256", sha256(stamp.token()))
            .build()
        : null;
  }

  private static String sha256(byte[] octets) {
    return HexFormat.of().formatHex(CryptoProviders.digest(DigestAlgorithm.SHA256).digest(octets));
  }
}
