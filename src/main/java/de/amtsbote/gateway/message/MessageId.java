package de.amtsbote.gateway.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a message: a UUIDv7, so that ids order by the time of arrival. */
public record MessageId(@JsonValue UUID value) {

  /**
   * Reads an id.
   *
   * @throws GatewayException {@link ErrorCode#MESSAGE_UNKNOWN} when the text is no UUID
   */
  public static MessageId parse(String text) {
    try {
      var value = UUID.fromString(text);
      if (value.toString().equalsIgnoreCase(text)) {
        return new MessageId(value);
      }
    } catch (IllegalArgumentException notAUuid) {
      // answered like an id that does not exist
    }
    throw new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "this is no message id");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
