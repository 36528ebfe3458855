package de.amtsbote.osci.model;

/** For whom a certificate stands in a message. */
public enum Role {
  ORIGINATOR("Originator", "originator"),
  OTHER_AUTHOR("OtherAuthor", "author"),
  ADDRESSEE("Addressee", "addressee"),
  OTHER_READER("OtherReader", "reader"),
  INTERMEDIARY("Intermediary", "intermed");

  private final String elementSuffix;
  private final String idPrefix;

  Role(String elementSuffix, String idPrefix) {
    this.elementSuffix = elementSuffix;
    this.idPrefix = idPrefix;
  }

  /** End of the element name, e.g. {@code Addressee} in CipherCertificateAddressee. */
  public String elementSuffix() {
    return elementSuffix;
  }

  /** Start of the conventional {@code Id}. */
  public String idPrefix() {
    return idPrefix;
  }

  /** Whether a message may carry more than one certificate of this role and usage. */
  public boolean isRepeatable() {
    return this == OTHER_AUTHOR || this == OTHER_READER;
  }
}
