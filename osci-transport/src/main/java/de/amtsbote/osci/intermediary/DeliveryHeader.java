package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.content.StoredElement;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.security.Certificates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What belongs to a stored delivery besides its octets.
 *
 * @param certificates of all roles but the intermediary
 * @param headers blocks of foreign name spaces
 * @param elements children of the content package, in the order of the first parts
 * @param attachments names of the parts that follow
 */
record DeliveryHeader(
    RoleCertificates certificates,
    List<HeaderBlock> headers,
    List<Element> elements,
    List<String> attachments) {

  private static final int VERSION = 1;

  /** One child of the content package. */
  record Element(StoredElement.Kind kind, String id) {}

  byte[] encode() {
    var octets = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(octets)) {
      out.writeByte(VERSION);
      Octets.writeAll(out, certificates.all(), DeliveryHeader::writeCertificate);
      Octets.writeAll(out, headers, DeliveryHeader::writeBlock);
      Octets.writeAll(out, elements, DeliveryHeader::writeElement);
      Octets.writeAll(out, attachments, Octets::writeText);
      return octets.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DeliveryHeader decode(byte[] octets) {
    try (var in = new DataInputStream(new ByteArrayInputStream(octets))) {
      if (in.readByte() != VERSION) {
        throw new IOException("a delivery of another version");
      }
      return new DeliveryHeader(
          new RoleCertificates(Octets.readAll(in, DeliveryHeader::readCertificate)),
          Octets.readAll(in, DeliveryHeader::readBlock),
          Octets.readAll(in, DeliveryHeader::readElement),
          Octets.readAll(in, Octets::readText));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeCertificate(DataOutputStream out, RoleCertificate certificate)
      throws IOException {
    Octets.writeText(out, certificate.role());
    Octets.writeText(out, certificate.usage());
    Octets.writeText(out, certificate.id());
    try {
      Octets.write(out, certificate.certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IOException(e);
    }
  }

  private static RoleCertificate readCertificate(DataInputStream in) throws IOException {
    return new RoleCertificate(
        Role.valueOf(Octets.readText(in)),
        Usage.valueOf(Octets.readText(in)),
        Octets.readText(in),
        parse(Octets.read(in)));
  }

  private static X509Certificate parse(byte[] der) throws IOException {
    try {
      return Certificates.parse(der);
    } catch (CertificateException e) {
      throw new IOException(e);
    }
  }

  private static void writeBlock(DataOutputStream out, HeaderBlock block) throws IOException {
    Octets.writeText(out, block.id());
    Octets.writeText(out, block.namespace());
    Octets.writeText(out, block.localName());
    Octets.write(out, block.octets());
  }

  private static HeaderBlock readBlock(DataInputStream in) throws IOException {
    return new HeaderBlock(
        Octets.readText(in), Octets.readText(in), Octets.readText(in), Octets.read(in));
  }

  private static void writeElement(DataOutputStream out, Element element) throws IOException {
    Octets.writeText(out, element.kind());
    Octets.writeText(out, element.id());
  }

  private static Element readElement(DataInputStream in) throws IOException {
    return new Element(StoredElement.Kind.valueOf(Octets.readText(in)), Octets.readText(in));
  }
}
