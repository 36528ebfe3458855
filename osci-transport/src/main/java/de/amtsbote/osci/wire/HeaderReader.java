package de.amtsbote.osci.wire;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.BoundedOutput;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.QualityOfTimestamp;
import de.amtsbote.osci.model.QualityOfTimestamp.Service;
import de.amtsbote.osci.model.ReservedIds;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.order.OrderReader;
import de.amtsbote.osci.security.Certificates;
import de.amtsbote.osci.security.SignatureReader;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the header blocks of an envelope and keeps their canonical octets for the signature check.
 */
final class HeaderReader {

  private static final int MAX_TEXT = 64 * 1024;

  /** Whoever executes an order checks each of them. */
  private static final int MAX_CERTIFICATES = 1000;

  private static final Pattern CONVERSATION = Pattern.compile("[0-9]{1,100}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final XmlCursor cursor;
  private final Envelope envelope;
  private final AtomicLong allowance;
  private final Set<String> seen = new HashSet<>();
  private final RoleCertificates.Builder certificates = RoleCertificates.builder();
  private int certificateCount;

  HeaderReader(XmlCursor cursor, Envelope envelope, long maxOctets) {
    this.cursor = cursor;
    this.envelope = envelope;
    this.allowance = new AtomicLong(maxOctets);
  }

  /** Reads the header that the cursor stands on, to its end. */
  void read() throws OsciException {
    while (cursor.nextChild()) {
      String signatureBlock = envelope.type.isAnswer() ? "SupplierSignature" : "ClientSignature";
      if (cursor.is(Namespaces.OSCI, signatureBlock)) {
        signature();
        continue;
      }
      String id = cursor.attribute("Id");
      if (id == null) {
        throw new OsciException(Rule.STRUCTURE, cursor.localName() + " without Id");
      }
      BoundedOutput octets = new BoundedOutput(allowance);
      cursor.tap(octets);
      String namespace = cursor.namespace();
      String name = cursor.localName();
      boolean foreign = block(namespace, name);
      byte[] canonical = octets.toByteArray();
      envelope.blocks.add(new Envelope.SignedBlock(id, canonical));
      if (foreign) {
        envelope.headers.add(new HeaderBlock(id, namespace, name, canonical));
      }
    }
    boolean needsOrder = envelope.type.place() == MessageType.Place.HEADER;
    if (envelope.control == null || (needsOrder && !seen.contains(envelope.type.elementName()))) {
      throw new OsciException(Rule.STRUCTURE, "header is incomplete");
    }
    requireQualities();
  }

  /** Orders that make a process card say how its times are wanted (K§5); others may. */
  private void requireQualities() throws OsciException {
    Set<Service> required =
        switch (envelope.type) {
          case STORE_DELIVERY, FORWARD_DELIVERY -> Set.of(Service.CREATION, Service.RECEPTION);
          case PARTIAL_STORE_DELIVERY -> Set.of(Service.CREATION);
          default -> Set.of();
        };
    if (!envelope.qualities.stream()
        .map(QualityOfTimestamp::service)
        .collect(Collectors.toSet())
        .containsAll(required)) {
      throw new OsciException(Rule.STRUCTURE, "QualityOfTimestamp is missing");
    }
  }

  private void signature() throws OsciException {
    if (envelope.signature != null || !cursor.nextChild()) {
      throw new OsciException(Rule.STRUCTURE, "order signature");
    }
    envelope.signature = SignatureReader.read(cursor, allowance);
    if (cursor.nextChild()) {
      throw new OsciException(Rule.STRUCTURE, "order signature");
    }
  }

  /**
   * Reads one block to its end; true if it is of a foreign name space. Blocks of the supplement
   * EFFI are read in the name space of the standard, too, which older schemas gave them.
   */
  private boolean block(String namespace, String name) throws OsciException {
    if (!namespace.equals(Namespaces.OSCI) && !namespace.equals(Namespaces.OSCI_2017)) {
      if (namespace.isEmpty() || Namespaces.base().containsValue(namespace)) {
        throw unexpected();
      }
      requireFree(cursor.attribute("Id"));
      cursor.skip();
      return true;
    }
    if (!name.equals("QualityOfTimestamp") && !seen.add(name)) {
      throw unexpected();
    }
    boolean partial = namespace.equals(Namespaces.OSCI_2017);
    if (envelope.type.place() == MessageType.Place.HEADER
        && name.equals(envelope.type.elementName())
        && (envelope.type.isPartial() || !partial)) {
      envelope.order = OrderReader.read(cursor, envelope.type);
    } else if (name.equals("FeatureDescription")) {
      envelope.features = features();
    } else if (partial) {
      throw unexpected();
    } else {
      osci(name);
    }
    return false;
  }

  private void osci(String name) throws OsciException {
    switch (name) {
      case "ControlBlock" -> controlBlock();
      case "DesiredLanguages" -> {
        String list = cursor.attribute("LanguagesList");
        if (list != null && !list.isBlank()) {
          envelope.languages.addAll(List.of(list.trim().split("\\s+")));
        }
        cursor.requireEmpty();
      }
      case "QualityOfTimestamp" -> quality();
      case "IntermediaryCertificates" -> certificates(true);
      case "NonIntermediaryCertificates" -> certificates(false);
      default -> throw unexpected();
    }
  }

  private void controlBlock() throws OsciException {
    String conversation = cursor.attribute("ConversationId");
    String sequence = cursor.attribute("SequenceNumber");
    if (conversation != null && !CONVERSATION.matcher(conversation).matches()) {
      throw new OsciException(Rule.STRUCTURE, "ConversationId is no number");
    }
    if (sequence != null && !NUMBER.matcher(sequence).matches()) {
      throw new OsciException(Rule.STRUCTURE, "SequenceNumber is no number");
    }
    String response = null;
    String challenge = null;
    while (cursor.nextChild()) {
      if (cursor.is(Namespaces.OSCI, "Response") && response == null) {
        response = cursor.readText(MAX_TEXT);
      } else if (cursor.is(Namespaces.OSCI, "Challenge") && challenge == null) {
        challenge = cursor.readText(MAX_TEXT);
      } else {
        throw unexpected();
      }
    }
    envelope.control =
        new ControlBlock(
            conversation, sequence == null ? null : Long.valueOf(sequence), response, challenge);
  }

  private void quality() throws OsciException {
    String service = String.valueOf(cursor.attribute("Service"));
    String quality = String.valueOf(cursor.attribute("Quality"));
    if (!Set.of("creation", "reception").contains(service)
        || !Set.of("plain", "cryptographic").contains(quality)) {
      throw new OsciException(Rule.STRUCTURE, "QualityOfTimestamp");
    }
    envelope.qualities.add(
        new QualityOfTimestamp(
            service.equals("creation") ? Service.CREATION : Service.RECEPTION,
            quality.equals("cryptographic")));
    cursor.requireEmpty();
  }

  private void certificates(boolean intermediary) throws OsciException {
    while (cursor.nextChild()) {
      RoleCertificate certificate = certificate();
      if ((certificate.role() == Role.INTERMEDIARY) != intermediary) {
        throw new OsciException(Rule.STRUCTURE, certificate.elementName());
      }
      if (++certificateCount > MAX_CERTIFICATES) {
        throw new OsciException(Rule.XML_LIMIT, "too many certificates");
      }
      certificates.add(certificate);
    }
    envelope.certificates = certificates.build();
  }

  private RoleCertificate certificate() throws OsciException {
    String name = cursor.localName();
    for (Role role : Role.values()) {
      for (Usage usage : Usage.values()) {
        String expected = usage.elementPrefix() + "Certificate" + role.elementSuffix();
        if (cursor.is(Namespaces.OSCI, expected)) {
          if (!role.isRepeatable() && !seen.add(name)) {
            throw unexpected();
          }
          String id = cursor.attribute("Id");
          if (id != null && role != Role.INTERMEDIARY) {
            requireFree(id);
          }
          if (!cursor.nextChild()) {
            throw new OsciException(Rule.STRUCTURE, name + " is empty");
          }
          RoleCertificate certificate =
              new RoleCertificate(role, usage, id == null ? "" : id, Certificates.read(cursor));
          if (cursor.nextChild()) {
            throw new OsciException(Rule.STRUCTURE, name);
          }
          return certificate;
        }
      }
    }
    throw unexpected();
  }

  private void requireFree(String id) throws OsciException {
    if (ReservedIds.refuse(envelope.type, id)) {
      throw new OsciException(Rule.STRUCTURE, "Id " + id + " is not for what is carried");
    }
  }

  private FeatureDescription features() throws OsciException {
    Long maxMessage = limit("MaxMessageSize");
    Long maxChunk = limit("MaxChunkSize");
    Long minChunk = limit("MinChunkSize");
    Long timeout = limit("ChunkMessageTimeout");
    List<FeatureDescription.Feature> features = new ArrayList<>();
    while (cursor.nextChild()) {
      while (cursor.nextChild()) {
        features.add(
            new FeatureDescription.Feature(
                String.valueOf(cursor.attribute("Key")),
                String.valueOf(cursor.attribute("Version"))));
        cursor.skip();
      }
    }
    return new FeatureDescription(features, maxMessage, maxChunk, minChunk, timeout);
  }

  /** Informative only, so nonsense is as good as nothing. */
  private Long limit(String name) {
    String value = cursor.attribute(name);
    return value != null && NUMBER.matcher(value).matches() ? Long.valueOf(value) : null;
  }

  private OsciException unexpected() {
    return new OsciException(Rule.STRUCTURE, cursor.localName() + " is not expected in the header");
  }
}
