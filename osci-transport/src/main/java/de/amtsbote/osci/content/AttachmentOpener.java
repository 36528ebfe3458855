package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.security.Decryption;
import de.amtsbote.osci.security.EncryptedElement;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds and decrypts the attachments of containers, digesting them on the way. */
final class AttachmentOpener {

  private final AlgorithmPolicy policy;
  private final Decryption decryption;
  private final Resources resources;
  private final Map<String, StoredPart> parts = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Map<String, Attachments.Plain> untouched = new HashMap<>();
  private final Map<String, Decrypted> decrypted = new HashMap<>();

  /** What a part became with the one key that it has, however many containers name it. */
  private record Decrypted(EncryptedElement key, Attachments.Plain plain) {

    boolean isBy(EncryptedElement other) {
      return key.method().equals(other.method())
          && key.effectiveIvLength() == other.effectiveIvLength()
          && MessageDigest.isEqual(key.plainKey(), other.plainKey());
    }
  }

  AttachmentOpener(
      AlgorithmPolicy policy, Decryption decryption, List<StoredPart> parts, Resources resources) {
    this.policy = policy;
    this.decryption = decryption;
    this.resources = resources;
    parts.forEach(part -> this.parts.put(part.name(), part));
  }

  /** Whether each part of the message belongs to a container that was opened. */
  boolean allUsed() {
    return used.containsAll(parts.keySet());
  }

  /**
   * The attachments of a container and of those nested in it.
   *
   * @param signed whether a verified signature covers the container
   */
  Attachments open(ParsedContainer container, boolean signed) throws IOException {
    Attachments attachments = new Attachments();
    open(container, container, Map.of(), signed, attachments);
    return attachments;
  }

  private void open(
      ParsedContainer root,
      ParsedContainer container,
      Map<String, EncryptedElement> outerKeys,
      boolean signed,
      Attachments attachments)
      throws IOException {
    Map<String, EncryptedElement> keys = new HashMap<>(outerKeys);
    keys.putAll(container.attachmentKeys);
    boolean covered = signed || container.isSigned();
    for (ParsedContainer.Item item : container.items) {
      if (item.nested() != null) {
        open(root, item.nested(), keys, covered, attachments);
      } else if (item.part() != null && !attachments.has(item.part())) {
        StoredPart part = part(item.part());
        EncryptedElement key = keys.get(item.part());
        if (key == null) {
          attachments.put(
              part.name(),
              untouched.computeIfAbsent(
                  part.name(), name -> new Attachments.Plain(part.octets(), null)));
        } else {
          attachments.put(part.name(), plain(part, key, covered, root));
        }
      }
    }
  }

  private StoredPart part(String name) throws OsciException {
    StoredPart part = parts.get(name);
    if (part == null) {
      throw new OsciException(Rule.PART_MISSING, name);
    }
    used.add(name);
    return part;
  }

  private Attachments.Plain plain(
      StoredPart part, EncryptedElement key, boolean covered, ParsedContainer root)
      throws IOException {
    CipherAlgorithm cipher = decryption.cipher(key);
    if (policy.needsSignature(cipher) && !covered) {
      throw new OsciException(Rule.ALGORITHM_REFUSED_CONTENT, key.method());
    }
    Decrypted before = decrypted.get(part.name());
    if (before == null) {
      before = new Decrypted(key, decrypt(part, key, cipher, root));
      decrypted.put(part.name(), before);
    } else if (!before.isBy(key)) {
      throw new OsciException(Rule.CONTENT_UNDECRYPTABLE, null);
    }
    return before.plain();
  }

  private Attachments.Plain decrypt(
      StoredPart part, EncryptedElement key, CipherAlgorithm cipher, ParsedContainer root)
      throws IOException {
    Map<DigestAlgorithm, MessageDigest> digests = root.digestsOfPart(part.name());
    try (InputStream in = part.octets().open()) {
      SpoolFile octets = decryption.decrypt(key, in, new DigestOutput(digests.values()));
      resources.own(octets::close);
      Attachments.Plain plain =
          new Attachments.Plain(
              octets, new EncryptionFacts(key.id(), cipher, key.effectiveIvLength(), null, null));
      digests.forEach((algorithm, digest) -> plain.put(algorithm, digest.digest()));
      return plain;
    }
  }
}
