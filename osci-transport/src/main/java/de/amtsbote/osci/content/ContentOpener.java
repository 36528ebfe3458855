package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Base64DecodingInput;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Opens a delivery for a reader: decrypts, verifies, and only then hands out. */
public final class ContentOpener {

  private final Spool spool;
  private final AlgorithmPolicy policy;
  private final OpeningLimits limits;
  private final RoleCertificates certificates;
  private final Map<String, StoredPart> parts = new HashMap<>();
  private final Collection<? extends KeyOperations> keys;
  private final Resources resources;
  private final Decryption decryption;
  private final ContainerVerifier verifier;
  private final Set<String> usedParts = new HashSet<>();
  private final AtomicLong allowance;
  private boolean anyForeign;

  /**
   * An opener for one delivery.
   *
   * @param parts attachments as they travelled
   * @param resources takes over the spool files with plain octets
   */
  public ContentOpener(
      Spool spool,
      AlgorithmPolicy policy,
      OpeningLimits limits,
      RoleCertificates certificates,
      List<StoredPart> parts,
      Collection<? extends KeyOperations> keys,
      Resources resources) {
    this.spool = spool;
    this.policy = policy;
    this.limits = limits;
    this.allowance = new AtomicLong(limits.xml().held());
    this.certificates = certificates;
    this.keys = keys;
    this.resources = resources;
    parts.forEach(part -> this.parts.put(part.name(), part));
    decryption =
        new Decryption(spool, policy, Rule.ALGORITHM_REFUSED_CONTENT, Rule.CONTENT_UNDECRYPTABLE);
    verifier = new ContainerVerifier(policy, certificates);
  }

  /**
   * Opens all containers.
   *
   * @param signed whether a verified order signature covers them
   */
  public OpenedContent open(List<PackageElement> elements, boolean signed) throws IOException {
    Opened opened = open(elements, signed, 0);
    if (opened.containers().isEmpty() && !opened.foreign().isEmpty()) {
      throw new OsciException(Rule.CONTENT_NO_KEY, null);
    }
    if (!anyForeign && !usedParts.containsAll(parts.keySet())) {
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
        containers.add(finish(parsed, null, signed, depth));
        continue;
      }
      Optional<Decryption.Match> match = Decryption.match(element.encrypted(), certificates, keys);
      if (match.isPresent()) {
        containers.add(decrypt(element, match.get(), signed, depth));
      } else {
        anyForeign = true;
        foreign.add(foreign(element.encrypted()));
      }
    }
    return new Opened(containers, foreign);
  }

  private ForeignContainer foreign(EncryptedElement element) {
    List<RoleCertificate> readers = new ArrayList<>();
    for (EncryptedKey key : element.keys()) {
      certificates.byId(key.certificateId()).ifPresent(readers::add);
    }
    return new ForeignContainer(element.id(), readers);
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
    try {
      ParsedContainer parsed = decrypted(element, match);
      if (policy.needsSignature(cipher) && !signed && !parsed.isSigned()) {
        throw new OsciException(Rule.ALGORITHM_REFUSED_CONTENT, encrypted.method());
      }
      return finish(parsed, facts, signed, depth);
    } catch (OsciException e) {
      throw cipher.mode() == CipherAlgorithm.Mode.CBC ? unauthenticated(e) : e;
    }
  }

  private static OsciException unauthenticated(OsciException e) {
    return Unauthenticated.failure(e, Rule.CONTENT_UNDECRYPTABLE, Rule.ALGORITHM_REFUSED_CONTENT);
  }

  private ParsedContainer decrypted(PackageElement element, Decryption.Match match)
      throws IOException {
    EncryptedElement encrypted = element.encrypted();
    try (InputStream text =
        element.stored().octets().open(encrypted.offset(), encrypted.length())) {
      SpoolFile plain = decryption.decrypt(encrypted, match, new Base64DecodingInput(text));
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
    try {
      Attachments attachments = new Attachments();
      attachments(parsed, Map.of(), signed, attachments);
      return opened(parsed, facts, signed, depth, attachments);
    } catch (OsciException e) {
      throw parsed.hasCbcAttachments() ? unauthenticated(e) : e;
    }
  }

  private void attachments(
      ParsedContainer parsed,
      Map<String, EncryptedElement> outerKeys,
      boolean signed,
      Attachments attachments)
      throws IOException {
    Map<String, EncryptedElement> known = new HashMap<>(outerKeys);
    known.putAll(parsed.attachmentKeys);
    boolean covered = signed || parsed.isSigned();
    for (ParsedContainer.Item item : parsed.items) {
      if (item.part() != null && !attachments.has(item.part())) {
        attachments.put(item.part(), attachment(item.part(), known.get(item.part()), covered));
      } else if (item.nested() != null) {
        attachments(item.nested(), known, covered, attachments);
      }
    }
  }

  private Attachments.Plain attachment(String name, EncryptedElement key, boolean covered)
      throws IOException {
    StoredPart part = parts.get(name);
    if (part == null) {
      throw new OsciException(Rule.PART_MISSING, name);
    }
    usedParts.add(name);
    if (key == null) {
      return new Attachments.Plain(part.octets(), null);
    }
    CipherAlgorithm cipher = decryption.cipher(key);
    if (policy.needsSignature(cipher) && !covered) {
      throw new OsciException(Rule.ALGORITHM_REFUSED_CONTENT, key.method());
    }
    try (InputStream in = part.octets().open()) {
      SpoolFile plain = decryption.decrypt(key, in);
      resources.own(plain::close);
      return new Attachments.Plain(
          plain, new EncryptionFacts(key.id(), cipher, key.effectiveIvLength(), null, null));
    }
  }

  private OpenedContainer opened(
      ParsedContainer parsed,
      EncryptionFacts facts,
      boolean signed,
      int depth,
      Attachments attachments)
      throws IOException {
    List<SignatureFacts> signatures = verifier.verify(parsed, attachments);
    boolean covered = signed || parsed.isSigned();
    List<OpenedItem> items = new ArrayList<>();
    for (ParsedContainer.Item item : parsed.items) {
      if (item.nested() != null) {
        items.add(
            new OpenedItem.Nested(
                item.refId(), opened(item.nested(), null, covered, depth + 1, attachments)));
      } else if (item.part() != null) {
        Attachments.Plain plain = attachments.get(item.part());
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
