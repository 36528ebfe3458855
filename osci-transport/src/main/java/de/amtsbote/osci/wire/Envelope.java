package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.EncryptionFacts;
import de.amtsbote.osci.content.PackageElement;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.QualityOfTimestamp;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.security.EncryptedElement;
import de.amtsbote.osci.security.SignatureElement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was read from an envelope; nothing is verified. */
final class Envelope {

  /** A header block that an order signature must cover. */
  record SignedBlock(String id, byte[] octets) {}

  MessageType type;
  EncryptedElement encrypted;
  ControlBlock control;
  SignatureElement signature;
  Order order = Order.EMPTY;
  RoleCertificates certificates = RoleCertificates.NONE;
  FeatureDescription features;
  String bodyId;
  final List<String> languages = new ArrayList<>();
  final List<QualityOfTimestamp> qualities = new ArrayList<>();
  final List<HeaderBlock> headers = new ArrayList<>();
  final List<SignedBlock> blocks = new ArrayList<>();
  final Map<DigestAlgorithm, byte[]> bodyDigests = new EnumMap<>(DigestAlgorithm.class);
  final List<PackageElement> elements = new ArrayList<>();

  MessageHead head(EncryptionFacts transport) {
    return new MessageHead(type, control, certificates, List.copyOf(languages), transport);
  }
}
