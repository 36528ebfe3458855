package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.ContentOpener;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSighting;
import de.amtsbote.osci.content.EncryptionFacts;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpeningLimits;
import de.amtsbote.osci.content.PackageElement;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.content.StoredPart;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.QualityOfTimestamp;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.spool.Spool;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A message that came through all checks of its order level. */
final class ReadMessage implements IncomingMessage {

  private static final ControlBlock NO_CONTROL = new ControlBlock(null, null, null, null);

  private final Envelope envelope;
  private final EncryptionFacts transport;
  private final SignatureFacts signature;
  private final List<StoredPart> parts;
  private final Spool spool;
  private final AlgorithmPolicy policy;
  private final ReadLimits limits;
  private final Resources resources;

  ReadMessage(
      Envelope envelope,
      EncryptionFacts transport,
      SignatureFacts signature,
      List<StoredPart> parts,
      Spool spool,
      AlgorithmPolicy policy,
      ReadLimits limits,
      Resources resources) {
    this.envelope = envelope;
    this.transport = transport;
    this.signature = signature;
    this.parts = List.copyOf(parts);
    this.spool = spool;
    this.policy = policy;
    this.limits = limits;
    this.resources = resources;
  }

  @Override
  public MessageType type() {
    return envelope.type;
  }

  @Override
  public ControlBlock control() {
    return envelope.control == null ? NO_CONTROL : envelope.control;
  }

  @Override
  public Order order() {
    return envelope.order;
  }

  @Override
  public RoleCertificates certificates() {
    return envelope.certificates;
  }

  @Override
  public List<String> languages() {
    return List.copyOf(envelope.languages);
  }

  @Override
  public List<QualityOfTimestamp> qualities() {
    return List.copyOf(envelope.qualities);
  }

  @Override
  public Optional<FeatureDescription> features() {
    return Optional.ofNullable(envelope.features);
  }

  @Override
  public List<HeaderBlock> headers() {
    return List.copyOf(envelope.headers);
  }

  @Override
  public Optional<EncryptionFacts> transport() {
    return Optional.ofNullable(transport);
  }

  @Override
  public Optional<SignatureFacts> orderSignature() {
    return Optional.ofNullable(signature);
  }

  @Override
  public ContentPackage.Stored content() {
    return new ContentPackage.Stored(
        envelope.elements.stream().map(PackageElement::stored).toList(), parts);
  }

  @Override
  public OpenedContent open(Collection<? extends KeyOperations> readerKeys) throws OsciException {
    return open(readerKeys, policy);
  }

  @Override
  public OpenedContent open(
      Collection<? extends KeyOperations> readerKeys, ContentSighting sighting)
      throws OsciException {
    return open(readerKeys, policy, sighting);
  }

  @Override
  public OpenedContent open(Collection<? extends KeyOperations> readerKeys, AlgorithmPolicy reading)
      throws OsciException {
    return open(readerKeys, reading, new ContentSighting());
  }

  private OpenedContent open(
      Collection<? extends KeyOperations> readerKeys,
      AlgorithmPolicy reading,
      ContentSighting sighting)
      throws OsciException {
    Resources opened = new Resources();
    OpeningLimits opening =
        new OpeningLimits(EnvelopeReader.xmlLimits(limits), limits.nesting(), limits.parts());
    try {
      OpenedContent content =
          new ContentOpener(
                  spool,
                  reading,
                  opening,
                  envelope.certificates,
                  parts,
                  readerKeys,
                  opened,
                  sighting)
              .open(envelope.elements, signature != null);
      resources.ownAll(opened);
      return content;
    } catch (OsciException e) {
      opened.close();
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      opened.close();
      throw new OsciException(Rule.INTERNAL, null, e);
    }
  }

  @Override
  public void close() {
    resources.close();
  }
}
