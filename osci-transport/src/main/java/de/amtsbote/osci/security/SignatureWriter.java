package de.amtsbote.osci.security;

import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Base64Lines;
import de.amtsbote.osci.xml.Escape;
import de.amtsbote.osci.xml.Namespaces;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Collects references and writes the ds:Signature over them, canonical from the start. */
public final class SignatureWriter {

  private final DigestAlgorithm digest;
  private final StringBuilder references = new StringBuilder();

  /** A signature whose references all use one digest. */
  public SignatureWriter(DigestAlgorithm digest) {
    this.digest = digest;
  }

  /** Adds what is to be signed. */
  public SignatureWriter reference(String uri, Reference.Transform transform, byte[] value) {
    references.append("<ds:Reference URI=\"").append(Escape.attribute(uri)).append("\">\n");
    if (transform != Reference.Transform.NONE) {
      references.append("<ds:Transforms>\n<ds:Transform Algorithm=\"");
      references.append(
          transform == Reference.Transform.BASE64 ? Algorithms.BASE64 : Algorithms.C14N);
      references.append("\"></ds:Transform>\n</ds:Transforms>\n");
    }
    references.append("<ds:DigestMethod Algorithm=\"").append(digest.uri());
    references.append("\"></ds:DigestMethod>\n<ds:DigestValue>");
    references.append(Base64.getEncoder().encodeToString(value));
    references.append("</ds:DigestValue>\n</ds:Reference>\n");
    return this;
  }

  /** A copy to which further references can be added. */
  public SignatureWriter copy() {
    SignatureWriter copy = new SignatureWriter(digest);
    copy.references.append(references);
    return copy;
  }

  /**
   * Signs and writes the element.
   *
   * @param object what stands behind the key information; empty for nothing
   */
  public String sign(
      KeyOperations key, SignatureAlgorithm method, String certificateId, String object)
      throws OsciException {
    String content =
        ">\n<ds:CanonicalizationMethod Algorithm=\""
            + Algorithms.C14N
            + "\"></ds:CanonicalizationMethod>\n<ds:SignatureMethod Algorithm=\""
            + method.uri()
            + "\"></ds:SignatureMethod>\n"
            + references
            + "</ds:SignedInfo>";
    byte[] signedInfo =
        ("<ds:SignedInfo" + Namespaces.DECLARATIONS + content).getBytes(StandardCharsets.UTF_8);
    byte[] value;
    try {
      value = key.sign(method, signedInfo);
    } catch (GeneralSecurityException e) {
      throw new OsciException(Rule.KEY_OPERATION, "signing", e);
    }
    return "<ds:Signature><ds:SignedInfo"
        + content
        + "<ds:SignatureValue>"
        + Base64Lines.of(value)
        + "</ds:SignatureValue><ds:KeyInfo><ds:RetrievalMethod URI=\"#"
        + Escape.attribute(certificateId)
        + "\"></ds:RetrievalMethod></ds:KeyInfo>"
        + object
        + "</ds:Signature>";
  }
}
