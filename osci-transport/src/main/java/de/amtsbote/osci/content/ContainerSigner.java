package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.security.Reference.Transform;
import de.amtsbote.osci.security.SignatureWriter;
import de.amtsbote.osci.xml.Escape;
import de.amtsbote.osci.xml.Namespaces;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.format.DateTimeFormatter;

/** Writes the signature of one author. */
final class ContainerSigner {

  private static final String XADES_DECLARATIONS =
      Namespaces.DECLARATIONS.replace(
          " xmlns:xenc=", " xmlns:xades=\"" + Namespaces.XADES + "\" xmlns:xenc=");

  private final AlgorithmPolicy policy;

  ContainerSigner(AlgorithmPolicy policy) {
    this.policy = policy;
  }

  String sign(ContentSigner author, String propertiesId, SignatureWriter references)
      throws OsciException {
    SignatureWriter writer = references.copy();
    String object = "";
    if (author.signingTime() != null) {
      String rest = properties(author, propertiesId);
      object =
          "<ds:Object><xades:QualifyingProperties xmlns:xades=\""
              + Namespaces.XADES
              + "\"><xades:SignedProperties"
              + rest
              + "</xades:QualifyingProperties></ds:Object>";
      String canonical = "<xades:SignedProperties" + XADES_DECLARATIONS + rest;
      MessageDigest digest = CryptoProviders.digest(policy.written().digest());
      writer.reference(
          "#" + propertiesId,
          Transform.NONE,
          digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }
    return writer.sign(
        author.key(),
        policy.signatureFor(author.certificate().certificate().getPublicKey()),
        author.certificate().id(),
        object);
  }

  private static String properties(ContentSigner author, String id) {
    return " Id=\""
        + Escape.attribute(id)
        + "\"><xades:SignedSignatureProperties><xades:SigningTime>"
        + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(author.signingTime().withNano(0))
        + "</xades:SigningTime></xades:SignedSignatureProperties></xades:SignedProperties>";
  }
}
