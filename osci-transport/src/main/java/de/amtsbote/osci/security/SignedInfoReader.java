package de.amtsbote.osci.security;

import static de.amtsbote.osci.security.SignatureReader.once;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import java.util.ArrayList;
import java.util.List;

/** Reads a ds:SignedInfo from a cursor that stands on it. */
final class SignedInfoReader {

  private final XmlCursor cursor;
  private final List<Reference> references = new ArrayList<>();
  private String canonicalization;
  private String method;

  private SignedInfoReader(XmlCursor cursor) {
    this.cursor = cursor;
  }

  static SignedInfoReader read(XmlCursor cursor) throws OsciException {
    SignedInfoReader info = new SignedInfoReader(cursor);
    info.read();
    return info;
  }

  String canonicalization() {
    return canonicalization;
  }

  String method() {
    return method;
  }

  List<Reference> references() {
    return references;
  }

  private void read() throws OsciException {
    while (nextChild()) {
      switch (cursor.localName()) {
        case "CanonicalizationMethod" -> canonicalization = once(canonicalization, algorithm());
        case "SignatureMethod" -> method = once(method, algorithm());
        case "Reference" -> references.add(reference());
        default -> throw Texts.unexpected(cursor);
      }
    }
    if (canonicalization == null || method == null) {
      throw new OsciException(Rule.STRUCTURE, "SignedInfo is incomplete");
    }
  }

  /** Goes to the next child, which must be of XML Signature. */
  private boolean nextChild() throws OsciException {
    boolean any = cursor.nextChild();
    if (any && !cursor.namespace().equals(Namespaces.DS)) {
      throw Texts.unexpected(cursor);
    }
    return any;
  }

  /** No algorithm of OSCI-Transport has parameters, so one that has is another one. */
  private String algorithm() throws OsciException {
    String algorithm = Texts.required(cursor, "Algorithm");
    boolean parameters = false;
    while (cursor.nextChild()) {
      parameters = true;
      cursor.skip();
    }
    return parameters ? algorithm + " with parameters" : algorithm;
  }

  private Reference reference() throws OsciException {
    String uri = Texts.required(cursor, "URI");
    List<Reference.Transform> transforms = null;
    String digestUri = null;
    byte[] digest = null;
    while (nextChild()) {
      switch (cursor.localName()) {
        case "Transforms" -> transforms = once(transforms, transforms());
        case "DigestMethod" -> digestUri = once(digestUri, algorithm());
        case "DigestValue" -> digest = once(digest, Texts.base64(cursor));
        default -> throw Texts.unexpected(cursor);
      }
    }
    if (digestUri == null || digest == null) {
      throw new OsciException(Rule.STRUCTURE, "Reference is incomplete");
    }
    return new Reference(uri, step(transforms), digestUri, digest);
  }

  private List<Reference.Transform> transforms() throws OsciException {
    List<Reference.Transform> steps = new ArrayList<>();
    while (nextChild()) {
      steps.add(
          switch (algorithm()) {
            case Algorithms.C14N -> Reference.Transform.CANONICAL;
            case Algorithms.BASE64 -> Reference.Transform.BASE64;
            default -> Reference.Transform.UNKNOWN;
          });
    }
    return steps;
  }

  /** The one step of a reference; null if there is another number of them. */
  private static Reference.Transform step(List<Reference.Transform> steps) {
    if (steps == null) {
      return Reference.Transform.NONE;
    }
    if (steps.contains(Reference.Transform.UNKNOWN)) {
      return Reference.Transform.UNKNOWN;
    }
    return steps.size() == 1 ? steps.get(0) : null;
  }
}
