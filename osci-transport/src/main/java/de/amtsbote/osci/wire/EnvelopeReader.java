package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.PackageElement;
import de.amtsbote.osci.content.StoredElement;
import de.amtsbote.osci.content.StoredElement.Kind;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.CountingOutput;
import de.amtsbote.osci.io.DigestOutput;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.ReservedIds;
import de.amtsbote.osci.order.OrderReader;
import de.amtsbote.osci.security.EncryptedElement;
import de.amtsbote.osci.security.EncryptedElementReader;
import de.amtsbote.osci.security.Reference.Transform;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import de.amtsbote.osci.xml.XmlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/** Reads the envelope of a message in one pass. */
final class EnvelopeReader {

  static final long MAX_ELEMENTS = 1_000_000;
  private static final String ENCRYPTED_SCHEMA = "soapMessageEncrypted.xsd";
  private static final int MAX_CHILDREN = 1000;
  private static final Pattern SCHEMA_FILE = Pattern.compile("soap[A-Za-z]{1,60}\\.xsd");

  private final Spool spool;
  private final ReadLimits limits;
  private final Resources resources;
  private final XmlCursor cursor;
  private final Envelope envelope = new Envelope();

  EnvelopeReader(InputStream in, Spool spool, ReadLimits limits, Resources resources)
      throws OsciException {
    this.spool = spool;
    this.limits = limits;
    this.resources = resources;
    this.cursor = new XmlCursor(in, xmlLimits(limits));
  }

  static XmlLimits xmlLimits(ReadLimits limits) {
    return new XmlLimits(
        limits.xmlSize(),
        limits.depth(),
        limits.attributes(),
        MAX_ELEMENTS,
        2L * limits.headerSize());
  }

  /** What was read so far. */
  Envelope envelope() {
    return envelope;
  }

  /** Reads to the end of the document. */
  Envelope read() throws IOException {
    cursor.root();
    cursor.require(Namespaces.SOAP, "Envelope");
    String schema = schemaFile(cursor.attribute(Namespaces.XSI, "schemaLocation"));
    if (schema == null || schema.equals(MessageType.FAULT_SCHEMA)) {
      fault();
    } else if (schema.equals(ENCRYPTED_SCHEMA)) {
      encrypted();
    } else {
      Optional<MessageType> type = MessageType.bySchemaFile(schema);
      envelope.type =
          type.orElseThrow(() -> new OsciException(Rule.UNKNOWN_TYPE, "schema " + schema));
      order();
    }
    cursor.finish();
    return envelope;
  }

  /** The file that names the type; null if none does, as in the faults of most suppliers. */
  private static String schemaFile(String schemaLocation) {
    if (schemaLocation == null) {
      return null;
    }
    StringTokenizer tokens = new StringTokenizer(schemaLocation);
    while (tokens.hasMoreTokens()) {
      String token = tokens.nextToken();
      String file = token.substring(token.lastIndexOf('/') + 1);
      if (SCHEMA_FILE.matcher(file).matches()) {
        return file;
      }
    }
    return null;
  }

  private void next(String name) throws OsciException {
    if (!cursor.nextChild()) {
      throw new OsciException(Rule.STRUCTURE, name + " is missing");
    }
    cursor.require(Namespaces.SOAP, name);
  }

  private void noMore() throws OsciException {
    if (cursor.nextChild()) {
      throw new OsciException(Rule.STRUCTURE, cursor.localName() + " is not expected here");
    }
  }

  private void fault() throws OsciException {
    envelope.type = MessageType.SOAP_FAULT;
    if (!cursor.nextChild()) {
      throw new OsciException(Rule.STRUCTURE, "Body is missing");
    }
    if (cursor.is(Namespaces.SOAP, "Header")) {
      cursor.skip();
      next("Body");
    } else {
      cursor.require(Namespaces.SOAP, "Body");
    }
    next("Fault");
    envelope.order = OrderReader.fault(cursor);
    noMore();
    noMore();
  }

  private void encrypted() throws IOException {
    next("Body");
    if (!cursor.nextChild()) {
      throw new OsciException(Rule.STRUCTURE, "EncryptedData is missing");
    }
    envelope.encrypted =
        EncryptedElementReader.read(cursor, new CountingOutput(OutputStream.nullOutputStream()));
    noMore();
    noMore();
  }

  private void order() throws IOException {
    next("Header");
    new HeaderReader(cursor, envelope, limits.headerSize()).read();
    next("Body");
    body();
    noMore();
  }

  private void body() throws IOException {
    envelope.bodyId = cursor.attribute("Id");
    Map<DigestAlgorithm, MessageDigest> digests = new EnumMap<>(DigestAlgorithm.class);
    if (envelope.signature != null && envelope.bodyId != null) {
      envelope
          .signature
          .digestsOf("#" + envelope.bodyId, Transform.CANONICAL)
          .forEach(algorithm -> digests.put(algorithm, CryptoProviders.digest(algorithm)));
    }
    if (!digests.isEmpty()) {
      cursor.tap(new DigestOutput(digests.values()));
    }
    MessageType type = envelope.type;
    boolean any = cursor.nextChild();
    if (any && type.body() == MessageType.BodyContent.ORDER) {
      cursor.require(Namespaces.OSCI, type.elementName());
      envelope.order = OrderReader.read(cursor, type);
    } else if (any && type.mayCarryContent()) {
      cursor.require(Namespaces.OSCI, "ContentPackage");
      contentPackage();
    } else if (any
        || type.body() == MessageType.BodyContent.ORDER
        || type.body() == MessageType.BodyContent.CONTENT_PACKAGE) {
      throw new OsciException(Rule.STRUCTURE, "Body");
    }
    if (any) {
      noMore();
    }
    digests.forEach((algorithm, digest) -> envelope.bodyDigests.put(algorithm, digest.digest()));
  }

  private void contentPackage() throws IOException {
    cursor.refuseIds(id -> ReservedIds.refuse(envelope.type, id));
    while (cursor.nextChild()) {
      if (envelope.elements.size() >= MAX_CHILDREN) {
        throw new OsciException(Rule.XML_LIMIT, "too many containers");
      }
      SpoolFile octets = spool.create();
      resources.own(octets::close);
      CountingOutput canonical = new CountingOutput(octets.output());
      String id = cursor.attribute("Id");
      Kind kind;
      EncryptedElement encrypted = null;
      if (cursor.is(Namespaces.XENC, "EncryptedData")) {
        kind = Kind.ENCRYPTED_DATA;
        cursor.tap(canonical);
        encrypted = EncryptedElementReader.read(cursor, canonical);
      } else {
        cursor.require(Namespaces.OSCI, "ContentContainer");
        kind = Kind.CONTENT_CONTAINER;
        cursor.tap(canonical);
        cursor.skip();
      }
      octets.finish();
      envelope.elements.add(new PackageElement(new StoredElement(kind, id, octets), encrypted));
    }
  }
}
