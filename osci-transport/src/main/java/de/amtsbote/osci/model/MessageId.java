package de.amtsbote.osci.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The id of a delivery, given by the intermediary; Base64 of its UTF-8 octets on the wire.
 *
 * @param value the decoded text, never empty
 */
public record MessageId(String value) {

  private static final Pattern BLANKS = Pattern.compile("\\s");
  private static final String PARTIAL_SUFFIX = "_Partial";

  /** Refuses an empty id. */
  public MessageId {
    Objects.requireNonNull(value);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("A message id is not empty");
    }
  }

  /**
   * Reads the Base64 form; {@link IllegalArgumentException} if it is not Base64, or of a text that
   * no database can keep.
   */
  public static MessageId fromWire(String base64) {
    String compact = BLANKS.matcher(base64).replaceAll("");
    String text = new String(Base64.getDecoder().decode(compact), StandardCharsets.UTF_8);
    if (text.indexOf(0) >= 0) {
      throw new IllegalArgumentException("A message id is text");
    }
    return new MessageId(text);
  }

  /** The Base64 form. */
  public String toWire() {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  /** This id with the suffix that marks it in partialStoreDelivery. */
  public MessageId partial() {
    return new MessageId(value + PARTIAL_SUFFIX);
  }

  /** This id without the suffix of partialStoreDelivery. */
  public MessageId complete() {
    return value.endsWith(PARTIAL_SUFFIX)
        ? new MessageId(value.substring(0, value.length() - PARTIAL_SUFFIX.length()))
        : this;
  }

  @Override
  public String toString() {
    return value;
  }
}
