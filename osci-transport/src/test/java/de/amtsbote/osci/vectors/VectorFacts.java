package de.amtsbote.osci.vectors;

import de.amtsbote.osci.content.EncryptionFacts;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.model.Timestamp;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what was read in the words of the vectors' descriptions, so that the two can be compared.
 */
final class VectorFacts {

  private VectorFacts() {}

  static Map<String, Object> control(ControlBlock control) {
    Map<String, Object> facts = new LinkedHashMap<>();
    put(facts, "ConversationId", control.conversationId());
    put(
        facts,
        "SequenceNumber",
        control.sequenceNumber() == null ? null : control.sequenceNumber().toString());
    put(facts, "Response", control.response());
    put(facts, "Challenge", control.challenge());
    return facts;
  }

  static Map<String, Object> encryption(EncryptionFacts encryption) {
    Map<String, Object> facts = new LinkedHashMap<>();
    put(facts, "encryptedDataId", encryption.id());
    facts.put("cipher", encryption.cipher().uri());
    if (encryption.cipher().mode() == CipherAlgorithm.Mode.GCM) {
      facts.put("ivLength", encryption.ivLength());
    }
    facts.put("keyWrap", encryption.keyTransport().method().uri());
    if (encryption.keyTransport().digest() != null) {
      facts.put("oaepDigestAndMgf", encryption.keyTransport().digest().jcaName());
    }
    return facts;
  }

  static List<Map<String, Object>> contents(OpenedContainer container) throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (OpenedItem item : container.items()) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("refId", item.refId());
      if (item instanceof OpenedItem.Nested) {
        facts.put("kind", "container");
      } else if (item instanceof OpenedItem.Octets octets) {
        facts.put("kind", item instanceof OpenedItem.Data ? "data" : "attachment");
        facts.put("size", Math.toIntExact(octets.size()));
        facts.put("sha256", sha256(octets));
      }
      if (item instanceof OpenedItem.Attachment attachment) {
        facts.put("contentId", attachment.name());
        attachment
            .encrypted()
            .ifPresent(
                encryption -> {
                  facts.put("encryptedWith", encryption.cipher().uri());
                  if (encryption.cipher().mode() == CipherAlgorithm.Mode.GCM) {
                    facts.put("ivLength", encryption.ivLength());
                  }
                });
      }
      all.add(facts);
    }
    return all;
  }

  static String role(SignatureFacts signature) {
    return signature.signer().role() == Role.ORIGINATOR ? "originator" : "author";
  }

  /** All containers, those nested in others too. */
  static List<OpenedContainer> all(OpenedContent content) {
    List<OpenedContainer> all = new ArrayList<>();
    content.containers().forEach(container -> collect(container, all));
    return all;
  }

  private static void collect(OpenedContainer container, List<OpenedContainer> all) {
    all.add(container);
    for (OpenedItem item : container.items()) {
      if (item instanceof OpenedItem.Nested nested) {
        collect(nested.container(), all);
      }
    }
    container.encrypted().forEach(inner -> collect(inner, all));
  }

  static Map<String, Object> selection(Order order) {
    Map<String, Object> facts = new LinkedHashMap<>();
    SelectionRule rule = order.selection();
    if (rule instanceof SelectionRule.ByMessageId byId) {
      List<String> ids = byId.ids().stream().map(MessageId::value).toList();
      facts.put("messageIds", ids);
      facts.put("messageId", ids.get(0));
    } else if (rule instanceof SelectionRule.ByReception reception) {
      facts.put("receptionOfDelivery", reception.from());
      filter(facts, reception.filter());
    } else if (rule instanceof SelectionRule.ByModification modification) {
      facts.put("recentModification", modification.from());
      filter(facts, modification.filter());
    }
    put(
        facts,
        "quantityLimit",
        order.quantityLimit() == null ? null : Math.toIntExact(order.quantityLimit()));
    return facts;
  }

  private static void filter(Map<String, Object> facts, SelectionRule.Filter filter) {
    put(facts, "noReception", filter.noReception());
    put(
        facts,
        "role",
        filter.role() == null
            ? null
            : filter.role() == SelectionRule.CardRole.ADDRESSEE ? "Addressee" : "Originator");
  }

  static Map<String, Object> card(String element, ProcessCardBundle bundle) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("element", element);
    facts.put("messageId", bundle.messageId().value());
    facts.put("recentModification", bundle.card().recentModification());
    time(facts, "creation", bundle.card().creation());
    time(facts, "forwarding", bundle.card().forwarding());
    time(facts, "reception", bundle.card().reception());
    put(facts, "subject", bundle.card().subject());
    facts.put("inspections", bundle.inspections().size());
    return facts;
  }

  private static void time(Map<String, Object> facts, String name, Timestamp time) {
    if (time instanceof Timestamp.Plain plain) {
      facts.put(name, plain.time());
    }
  }

  static Map<String, Object> chunk(ChunkInformation chunk) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("number", Math.toIntExact(chunk.number()));
    facts.put("of", Math.toIntExact(chunk.total()));
    return facts;
  }

  /** Times in the descriptions are texts; they are compared as times. */
  static Object asTime(Object text) {
    return OffsetDateTime.parse((String) text);
  }

  private static void put(Map<String, Object> facts, String name, Object value) {
    if (value != null) {
      facts.put(name, value);
    }
  }

  static String sha256(OpenedItem.Octets octets) throws IOException {
    try (InputStream in = octets.open()) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
