package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.security.EncryptedElement;
import de.amtsbote.osci.security.Reference;
import de.amtsbote.osci.security.Reference.Transform;
import de.amtsbote.osci.security.SignatureElement;
import de.amtsbote.osci.spool.SpoolFile;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A container as it was read, with the digests that its signatures ask for; nothing is verified.
 */
final class ParsedContainer {

  private record Target(String uri, Transform transform) {}

  record DigestKey(String uri, Transform transform, DigestAlgorithm algorithm) {}

  /**
   * An entry.
   *
   * @param targets URIs of which one must be signed
   * @param octets of data; null otherwise
   * @param part name of an attachment; null otherwise
   * @param nested container; null otherwise
   */
  record Item(
      String refId, List<String> targets, SpoolFile octets, String part, ParsedContainer nested) {}

  final String id;
  final List<SignatureElement> signatures = new ArrayList<>();
  final List<Item> items = new ArrayList<>();
  final List<PackageElement> encrypted = new ArrayList<>();
  final Map<String, EncryptedElement> attachmentKeys = new HashMap<>();
  final Map<DigestKey, byte[]> digests = new HashMap<>();
  private final Map<Target, Set<DigestAlgorithm>> wanted = new HashMap<>();

  ParsedContainer(String id) {
    this.id = id;
  }

  /** Adds a signature; it stands before all that it refers to. */
  void add(SignatureElement signature) {
    signatures.add(signature);
    for (Reference reference : signature.references()) {
      Set<DigestAlgorithm> algorithms =
          wanted.computeIfAbsent(
              new Target(reference.uri(), reference.transform()),
              target -> EnumSet.noneOf(DigestAlgorithm.class));
      reference.algorithm().ifPresent(algorithms::add);
    }
  }

  /** The digests that the signatures ask for. */
  Set<DigestAlgorithm> wanted(String uri, Transform transform) {
    return wanted.getOrDefault(new Target(uri, transform), Set.of());
  }

  /** Digests to be made of a part, as signatures here or further inside ask for them. */
  Map<DigestAlgorithm, MessageDigest> digestsOfPart(String name) {
    Map<DigestAlgorithm, MessageDigest> digests = new EnumMap<>(DigestAlgorithm.class);
    tree()
        .flatMap(container -> container.wanted("cid:" + name, Transform.NONE).stream())
        .forEach(algorithm -> digests.computeIfAbsent(algorithm, CryptoProviders::digest));
    return digests;
  }

  boolean isSigned() {
    return !signatures.isEmpty();
  }

  /** Names of the attachments in this container and in those nested in it. */
  Stream<String> parts() {
    return items.stream()
        .flatMap(
            item -> item.nested() != null ? item.nested().parts() : Stream.ofNullable(item.part()));
  }

  /** This container and those nested in it. */
  Stream<ParsedContainer> tree() {
    return Stream.concat(
        Stream.of(this),
        items.stream().filter(item -> item.nested() != null).flatMap(item -> item.nested().tree()));
  }

  boolean hasCbcAttachments() {
    return tree()
        .flatMap(container -> container.attachmentKeys.values().stream())
        .flatMap(key -> key.cipher().stream())
        .anyMatch(cipher -> cipher.mode() == CipherAlgorithm.Mode.CBC);
  }

  boolean matches(DigestKey key, byte[] value) {
    return Arrays.equals(digests.get(key), value);
  }
}
