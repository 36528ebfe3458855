package de.amtsbote.osci.error;

import de.amtsbote.osci.model.FeedbackCode;
import java.util.Optional;

/** The rules a message can break; the names are stable and may be stored. */
public enum Rule {
  MIME_MALFORMED(Layer.MIME, FeedbackCode.NO_VALID_MESSAGE, "The MIME packaging is broken"),
  MIME_TRUNCATED(Layer.MIME, FeedbackCode.NO_VALID_MESSAGE, "The message ends too early"),
  MIME_LIMIT(
      Layer.MIME, FeedbackCode.NO_VALID_MESSAGE, "A limit of the MIME packaging is exceeded"),
  MIME_DUPLICATE_PART(
      Layer.MIME, FeedbackCode.NO_VALID_MESSAGE, "Two parts have the same Content-ID"),
  SIZE_LIMIT(Layer.POLICY, FeedbackCode.NO_VALID_MESSAGE, "The message is larger than allowed"),
  XML_MALFORMED(Layer.XML, FeedbackCode.NO_VALID_MESSAGE, "The XML is not well-formed"),
  XML_FORBIDDEN(Layer.XML, FeedbackCode.NO_VALID_MESSAGE, "DTD, entities or instructions occur"),
  XML_LIMIT(Layer.XML, FeedbackCode.NO_VALID_MESSAGE, "A limit of the XML is exceeded"),
  STRUCTURE(
      Layer.STRUCTURE,
      FeedbackCode.NO_VALID_MESSAGE,
      "The message does not have the form required"),
  UNKNOWN_TYPE(
      Layer.STRUCTURE,
      FeedbackCode.NO_VALID_MESSAGE,
      "The message type is not known or not expected"),
  MESSAGE_ID_MISSING(
      Layer.STRUCTURE, FeedbackCode.MESSAGE_ID_MISSING, "The delivery has no MessageId"),
  DUPLICATE_ID(Layer.STRUCTURE, FeedbackCode.NO_VALID_MESSAGE, "An Id occurs more than once"),
  PART_MISSING(
      Layer.STRUCTURE, FeedbackCode.NO_VALID_MESSAGE, "A part that is referred to is missing"),
  PART_UNREFERENCED(
      Layer.STRUCTURE, FeedbackCode.NO_VALID_MESSAGE, "A part belongs to nothing in the message"),
  CERTIFICATE_UNREADABLE(
      Layer.CERTIFICATE, FeedbackCode.NO_VALID_MESSAGE, "A certificate cannot be read"),
  TRANSPORT_NOT_ENCRYPTED(
      Layer.POLICY, FeedbackCode.DECRYPTION_FAILED, "The message is not encrypted though demanded"),
  TRANSPORT_NO_KEY(
      Layer.TRANSPORT_DECRYPTION,
      FeedbackCode.NO_PRIVATE_KEY,
      "No private key for the certificate used"),
  TRANSPORT_UNDECRYPTABLE(
      Layer.TRANSPORT_DECRYPTION,
      FeedbackCode.DECRYPTION_FAILED,
      "The message cannot be decrypted"),
  ORDER_UNSIGNED(
      Layer.POLICY, FeedbackCode.SIGNATURE_MISSING, "The order is not signed though demanded"),
  ORDER_DIGEST(
      Layer.ORDER_SIGNATURE,
      FeedbackCode.SIGNATURE_INVALID,
      "A signed part was changed after signing"),
  ORDER_SIGNATURE_VALUE(
      Layer.ORDER_SIGNATURE, FeedbackCode.SIGNATURE_INVALID, "The order signature is not right"),
  ORDER_UNKNOWN_REFERENCE(
      Layer.ORDER_SIGNATURE,
      FeedbackCode.SIGNATURE_INVALID,
      "The order signature refers to something that is not there"),
  ORDER_INCOMPLETE(
      Layer.ORDER_SIGNATURE,
      FeedbackCode.SIGNATURE_INCOMPLETE,
      "The order signature does not cover all parts"),
  ORDER_SIGNER(
      Layer.ORDER_SIGNATURE,
      FeedbackCode.SIGNATURE_INVALID,
      "The signer's certificate is missing or of the wrong role"),
  ORDER_SIGNER_USAGE(
      Layer.CERTIFICATE,
      FeedbackCode.SIGNATURE_INVALID,
      "The signer's certificate is not made for signing"),
  ALGORITHM_REFUSED(
      Layer.ALGORITHM_POLICY,
      FeedbackCode.NO_VALID_MESSAGE,
      "An algorithm is not admitted by the policy"),
  ALGORITHM_REFUSED_SIGNATURE(
      Layer.ALGORITHM_POLICY,
      FeedbackCode.SIGNATURE_INVALID,
      "An algorithm of the order signature is not admitted by the policy"),
  ALGORITHM_REFUSED_TRANSPORT(
      Layer.ALGORITHM_POLICY,
      FeedbackCode.DECRYPTION_FAILED,
      "An algorithm of the transport encryption is not admitted by the policy"),
  ALGORITHM_REFUSED_CONTENT(
      Layer.ALGORITHM_POLICY, null, "An algorithm of the content is not admitted by the policy"),
  CONTENT_NO_KEY(Layer.CONTENT_DECRYPTION, null, "None of the keys is a reader of the content"),
  CONTENT_UNDECRYPTABLE(Layer.CONTENT_DECRYPTION, null, "The content cannot be decrypted"),
  CONTENT_STRUCTURE(
      Layer.STRUCTURE,
      FeedbackCode.NO_VALID_MESSAGE,
      "A content container does not have the form required"),
  CONTENT_UNSIGNED(Layer.POLICY, null, "The content is not signed though demanded"),
  CONTENT_DIGEST(Layer.CONTENT_SIGNATURE, null, "Signed content was changed after signing"),
  CONTENT_SIGNATURE_VALUE(Layer.CONTENT_SIGNATURE, null, "A content signature is not right"),
  CONTENT_UNKNOWN_REFERENCE(
      Layer.CONTENT_SIGNATURE, null, "A content signature refers to something that is not there"),
  CONTENT_INCOMPLETE(
      Layer.CONTENT_SIGNATURE, null, "A content signature does not cover the whole container"),
  CONTENT_SIGNER(Layer.CONTENT_SIGNATURE, null, "The author's certificate is missing"),
  CONTENT_SIGNER_USAGE(Layer.CERTIFICATE, null, "The author's certificate is not made for signing"),
  CERTIFICATE_UNTRUSTED(Layer.CERTIFICATE, null, "A certificate is not trusted"),
  ORDER_SIGNER_UNTRUSTED(
      Layer.CERTIFICATE,
      FeedbackCode.CLIENT_SIGNATURE_CERTIFICATE_INVALID,
      "No trusted authority certified the signer of the order"),
  ORDER_SIGNER_REVOKED(
      Layer.CERTIFICATE,
      FeedbackCode.CLIENT_SIGNATURE_CERTIFICATE_REVOKED,
      "The certificate of the order's signer was revoked"),
  CLIENT_CIPHER_MISSING(
      Layer.CERTIFICATE,
      FeedbackCode.CLIENT_CIPHER_CERTIFICATE_MISSING,
      "The certificate that the answer is to be encrypted for is missing"),
  SUPPLIER_UNKNOWN(
      Layer.CERTIFICATE, null, "The answer is not signed by the supplier that was asked"),
  DIALOG_DATA(
      Layer.DIALOG,
      FeedbackCode.DIALOG_DATA_WRONG,
      "Conversation, sequence number or response do not fit"),
  DIALOG_NEEDED(
      Layer.DIALOG,
      FeedbackCode.EXPLICIT_DIALOG_NEEDED,
      "The order stands outside of an explicit dialog"),
  KEY_OPERATION(
      Layer.INTERNAL, FeedbackCode.SUPPLIER_INTERNAL_ERROR, "A private key could not be used"),
  SOURCE_FAILED(
      Layer.INTERNAL,
      FeedbackCode.SUPPLIER_INTERNAL_ERROR,
      "Content could not be read while composing"),
  INTERNAL(Layer.INTERNAL, FeedbackCode.SUPPLIER_INTERNAL_ERROR, "Internal error");

  private final Layer layer;
  private final FeedbackCode feedback;
  private final String text;

  Rule(Layer layer, FeedbackCode feedback, String text) {
    this.layer = layer;
    this.feedback = feedback;
    this.text = text;
  }

  /** Where the rule is checked. */
  public Layer layer() {
    return layer;
  }

  /** What a supplier answers; empty where the protocol has no code, as for content. */
  public Optional<FeedbackCode> feedback() {
    return Optional.ofNullable(feedback);
  }

  /** What is wrong, for people; never payload. */
  public String text() {
    return text;
  }

  /** Whether the same message may succeed later; only internal errors can. */
  public boolean isTransient() {
    return layer == Layer.INTERNAL;
  }
}
