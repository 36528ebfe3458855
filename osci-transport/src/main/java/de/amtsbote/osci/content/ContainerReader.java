package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Base64DecodingOutput;
import de.amtsbote.osci.io.CountingOutput;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.io.TeeOutput;
import de.amtsbote.osci.security.EncryptedElement;
import de.amtsbote.osci.security.EncryptedElementReader;
import de.amtsbote.osci.security.Reference.Transform;
import de.amtsbote.osci.security.SignatureReader;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolException;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Reads one content container in one pass: signatures first, then what they sign. */
final class ContainerReader {

  private final Spool spool;
  private final OpeningLimits limits;
  private final Resources resources;
  private final AtomicLong allowance;
  private int items;

  /**
   * A reader of one container with those nested in it.
   *
   * @param allowance octets that the signatures may hold in memory
   */
  ContainerReader(Spool spool, OpeningLimits limits, Resources resources, AtomicLong allowance) {
    this.spool = spool;
    this.limits = limits;
    this.resources = resources;
    this.allowance = allowance;
  }

  /** Reads the container that the cursor stands on. */
  ParsedContainer read(XmlCursor cursor, int depth) throws IOException {
    if (depth > limits.nesting()) {
      throw new OsciException(Rule.XML_LIMIT, "containers are nested too deeply");
    }
    cursor.require(Namespaces.OSCI, "ContentContainer");
    ParsedContainer container = new ParsedContainer(cursor.attribute("Id"));
    while (cursor.nextChild()) {
      if (++items > limits.items()) {
        throw new OsciException(Rule.XML_LIMIT, "too many contents");
      }
      if (cursor.is(Namespaces.OSCI, "Content") && container.encrypted.isEmpty()) {
        content(cursor, container, depth);
      } else if (cursor.is(Namespaces.XENC, "EncryptedData")) {
        encrypted(cursor, container);
      } else if (cursor.is(Namespaces.DS, "Signature") && isFirst(container)) {
        container.add(SignatureReader.read(cursor, allowance));
      } else {
        throw new OsciException(Rule.CONTENT_STRUCTURE, cursor.localName());
      }
    }
    return container;
  }

  private static boolean isFirst(ParsedContainer container) {
    return container.items.isEmpty()
        && container.encrypted.isEmpty()
        && container.attachmentKeys.isEmpty();
  }

  private void content(XmlCursor cursor, ParsedContainer container, int depth) throws IOException {
    String id = cursor.attribute("Id");
    String href = cursor.attribute("href");
    Digests digests = tap(cursor, container, id);
    if (href != null) {
      if (!href.startsWith("cid:")) {
        throw new OsciException(Rule.CONTENT_STRUCTURE, "Content that refers to no part");
      }
      cursor.requireEmpty();
      String part = href.substring("cid:".length());
      container.items.add(new ParsedContainer.Item(id, targets(id), null, part, null));
    } else {
      inner(cursor, container, id, depth);
      if (cursor.nextChild()) {
        throw new OsciException(Rule.CONTENT_STRUCTURE, "Content with more than one child");
      }
    }
    digests.store(id, Transform.CANONICAL);
  }

  private void inner(XmlCursor cursor, ParsedContainer container, String contentId, int depth)
      throws IOException {
    if (!cursor.nextChild()) {
      throw new OsciException(Rule.CONTENT_STRUCTURE, "Content is empty");
    }
    if (cursor.is(Namespaces.OSCI, "Base64Content")) {
      String id = cursor.attribute("Id");
      SpoolFile octets = data(cursor, container, id);
      container.items.add(
          new ParsedContainer.Item(
              id == null ? contentId : id, targets(id, contentId), octets, null, null));
    } else if (cursor.is(Namespaces.OSCI, "ContentContainer")) {
      ParsedContainer nested = read(cursor, depth + 1);
      container.items.add(
          new ParsedContainer.Item(contentId, targets(contentId), null, null, nested));
    } else {
      throw new OsciException(Rule.CONTENT_STRUCTURE, cursor.localName());
    }
  }

  private SpoolFile data(XmlCursor cursor, ParsedContainer container, String id)
      throws IOException {
    Digests canonical = tap(cursor, container, id);
    Digests decoded = new Digests(container, id, Transform.BASE64);
    SpoolFile octets = spool.create();
    resources.own(octets::close);
    OutputStream out =
        decoded.isEmpty() ? octets.output() : new TeeOutput(decoded.output(), octets.output());
    try (Base64DecodingOutput decoder = new Base64DecodingOutput(out)) {
      cursor.copyText(decoder);
    } catch (OsciException | SpoolException e) {
      throw e;
    } catch (IOException e) {
      throw new OsciException(Rule.CONTENT_STRUCTURE, "Base64Content is not Base64", e);
    }
    octets.finish();
    canonical.store(id, Transform.CANONICAL);
    decoded.store(id, Transform.BASE64);
    return octets;
  }

  private void encrypted(XmlCursor cursor, ParsedContainer container) throws IOException {
    Digests digests = tap(cursor, container, cursor.attribute("Id"));
    SpoolFile octets = spool.create();
    resources.own(octets::close);
    CountingOutput canonical = new CountingOutput(octets.output());
    cursor.tap(canonical);
    EncryptedElement element = EncryptedElementReader.read(cursor, canonical);
    octets.finish();
    digests.store(element.id(), Transform.CANONICAL);
    if (element.plainKey() != null && element.reference() != null) {
      if (container.attachmentKeys.put(element.reference(), element) != null) {
        throw new OsciException(Rule.CONTENT_STRUCTURE, "two keys for one attachment");
      }
    } else if (element.reference() == null) {
      container.encrypted.add(
          new PackageElement(
              new StoredElement(StoredElement.Kind.ENCRYPTED_DATA, element.id(), octets), element));
    } else {
      throw new OsciException(Rule.CONTENT_STRUCTURE, "EncryptedData of unknown form");
    }
  }

  private static List<String> targets(String... ids) {
    List<String> targets = new ArrayList<>();
    for (String id : ids) {
      if (id != null) {
        targets.add("#" + id);
      }
    }
    return targets;
  }

  private Digests tap(XmlCursor cursor, ParsedContainer container, String id) throws OsciException {
    Digests digests = new Digests(container, id, Transform.CANONICAL);
    if (!digests.isEmpty()) {
      cursor.tap(digests.output());
    }
    return digests;
  }

  /** The digests that the signatures of a container want of one target. */
  private static final class Digests {
    private final ParsedContainer container;
    private final Map<DigestAlgorithm, MessageDigest> running =
        new EnumMap<>(DigestAlgorithm.class);

    Digests(ParsedContainer container, String id, Transform transform) {
      this.container = container;
      if (id != null) {
        container
            .wanted("#" + id, transform)
            .forEach(algorithm -> running.put(algorithm, CryptoProviders.digest(algorithm)));
      }
    }

    boolean isEmpty() {
      return running.isEmpty();
    }

    OutputStream output() {
      return new DigestOutput(running.values());
    }

    void store(String id, Transform transform) {
      running.forEach(
          (algorithm, digest) ->
              container.digests.put(
                  new ParsedContainer.DigestKey("#" + id, transform, algorithm), digest.digest()));
    }
  }
}
