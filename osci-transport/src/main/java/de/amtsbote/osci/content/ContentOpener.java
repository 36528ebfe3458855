package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.security.Decryption;
import de.amtsbote.osci.security.EncryptedElement;
import de.amtsbote.osci.security.EncryptedKey;
import de.amtsbote.osci.security.Unauthenticated;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.xml.XmlCursor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Opens a delivery for a reader: decrypts, verifies, and only then hands out. */
public final class ContentOpener {

  private final Spool spool;
  private final AlgorithmPolicy policy;
  private final OpeningLimits limits;
  private final RoleCertificates certificates;
  private final Collection<? extends KeyOperations> keys;
  private final Resources resources;
  private final Decryption decryption;
  private final ContainerVerifier verifier;
  private final AttachmentOpener attachments;
  private final AtomicLong allowance;
  private final ContentSighting sighting;
  private boolean anyForeign;

  /**
   * An opener for one delivery.
   *
   * @param parts attachments as they travelled
   * @param resources takes over the spool files with plain octets
   * @param sighting is told of each container that is met
   */
  public ContentOpener(
      Spool spool,
      AlgorithmPolicy policy,
      OpeningLimits limits,
      RoleCertificates certificates,
      List<StoredPart> parts,
      Collection<? extends KeyOperations> keys,
      Resources resources,
      ContentSighting sighting) {
    this.sighting = sighting;
    this.spool = spool;
    this.policy = policy;
    this.limits = limits;
    this.allowance = new AtomicLong(limits.xml().held());
    this.certificates = certificates;
    this.keys = keys;
    this.resources = resources;
    decryption =
        new Decryption(spool, policy, Rule.ALGORITHM_REFUSED_CONTENT, Rule.CONTENT_UNDECRYPTABLE);
    verifier = new ContainerVerifier(policy, certificates);
    attachments = new AttachmentOpener(policy, decryption, parts, resources);
  }

  /**
   * Opens all containers.
   *
   * @param signed whether a verified order signature covers them
   */
  public OpenedContent open(List<PackageElement> elements, boolean signed) throws IOException {
    Opened opened = open(elements, signed, 0);
    if (opened.containers().isEmpty() && !opened.foreign().isEmpty()) {
      throw NoKeyException.ofContent(opened.foreign());
    }
    if (!anyForeign && !attachments.allUsed()) {
      throw new OsciException(Rule.PART_UNREFERENCED, null);
    }
    return new OpenedContent(opened.containers(), opened.foreign());
  }

  private record Opened(List<OpenedContainer> containers, List<ForeignContainer> foreign) {}

  private Opened open(List<PackageElement> elements, boolean signed, int depth) throws IOException {
    if (depth > limits.nesting()) {
      throw new OsciException(Rule.XML_LIMIT, "containers are nested too deeply");
    }
    List<OpenedContainer> containers = new ArrayList<>();
    List<ForeignContainer> foreign = new ArrayList<>();
    for (PackageElement element : elements) {
      if (element.encrypted() == null) {
        ParsedContainer parsed = parse(element.stored().octets());
        sighting.plain(parsed);
        containers.add(finish(parsed, null, signed, depth));
        continue;
      }
      List<RoleCertificate> readers = readers(element.encrypted());
      sighting.encrypted(element.encrypted(), readers);
      Optional<Decryption.Match> match = Decryption.match(element.encrypted(), certificates, keys);
      if (match.isPresent()) {
        containers.add(decrypt(element, match.get(), signed, depth));
      } else {
        anyForeign = true;
        foreign.add(new ForeignContainer(element.encrypted().id(), readers));
      }
    }
    return new Opened(containers, foreign);
  }

  private List<RoleCertificate> readers(EncryptedElement element) {
    List<RoleCertificate> readers = new ArrayList<>();
    for (EncryptedKey key : element.keys()) {
      certificates.byId(key.certificateId()).ifPresent(readers::add);
    }
    return readers;
  }

  private OpenedContainer decrypt(
      PackageElement element, Decryption.Match match, boolean signed, int depth)
      throws IOException {
    EncryptedElement encrypted = element.encrypted();
    CipherAlgorithm cipher = decryption.cipher(encrypted);
    EncryptionFacts facts =
        new EncryptionFacts(
            encrypted.id(),
            cipher,
            encrypted.effectiveIvLength(),
            decryption.transport(match.wrapped()),
            match.key().certificate());
    int met = sighting.size();
    try {
      ParsedContainer parsed = decrypted(element, match);
      if (cipher.mode() != CipherAlgorithm.Mode.CBC) {
        sighting.decrypted(parsed);
      }
      if (policy.needsSignature(cipher) && !signed && !parsed.isSigned()) {
        throw new OsciException(Rule.ALGORITHM_REFUSED_CONTENT, encrypted.method());
      }
      return finish(parsed, facts, signed, depth);
    } catch (OsciException e) {
      throw cipher.mode() == CipherAlgorithm.Mode.CBC ? unauthenticated(e, met) : e;
    }
  }

  private OsciException unauthenticated(OsciException e, int met) {
    sighting.forgetInside(met);
    return Unauthenticated.failure(e, Rule.CONTENT_UNDECRYPTABLE, Rule.ALGORITHM_REFUSED_CONTENT);
  }

  private ParsedContainer decrypted(PackageElement element, Decryption.Match match)
      throws IOException {
    EncryptedElement encrypted = element.encrypted();
    try (InputStream cipherText = encrypted.cipherText(element.stored().octets())) {
      SpoolFile plain = decryption.decrypt(encrypted, match, cipherText);
      resources.own(plain::close);
      return parse(plain);
    }
  }

  private ParsedContainer parse(SpoolFile octets) throws IOException {
    try (InputStream in = octets.open()) {
      XmlCursor cursor = new XmlCursor(in, limits.xml(), allowance);
      cursor.root();
      ParsedContainer parsed =
          new ContainerReader(spool, limits, resources, allowance).read(cursor, 0);
      cursor.finish();
      return parsed;
    }
  }

  private OpenedContainer finish(
      ParsedContainer parsed, EncryptionFacts facts, boolean signed, int depth) throws IOException {
    int met = sighting.size();
    try {
      return opened(parsed, facts, signed, depth, attachments.open(parsed, signed));
    } catch (OsciException e) {
      throw parsed.hasCbcAttachments() ? unauthenticated(e, met) : e;
    }
  }

  private OpenedContainer opened(
      ParsedContainer parsed,
      EncryptionFacts facts,
      boolean signed,
      int depth,
      Attachments plainParts)
      throws IOException {
    List<SignatureFacts> signatures = verifier.verify(parsed, plainParts);
    sighting.verified(parsed);
    boolean covered = signed || parsed.isSigned();
    List<OpenedItem> items = new ArrayList<>();
    for (ParsedContainer.Item item : parsed.items) {
      if (item.nested() != null) {
        items.add(
            new OpenedItem.Nested(
                item.refId(), opened(item.nested(), null, covered, depth + 1, plainParts)));
      } else if (item.part() != null) {
        Attachments.Plain plain = plainParts.get(item.part());
        items.add(
            new OpenedItem.Attachment(
                item.refId(), item.part(), plain.octets(), plain.encryption()));
      } else {
        items.add(new OpenedItem.Data(item.refId(), item.octets()));
      }
    }
    Opened inner = open(parsed.encrypted, covered, depth + 1);
    return new OpenedContainer(
        parsed.id, items, signatures, facts, inner.containers(), inner.foreign());
  }
}
