package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How much a partner takes in one message.
 *
 * @param bytes payload and attachments together; empty: not limited
 * @param attachments how many; empty: not limited
 */
public record Limits(OptionalLong bytes, OptionalInt attachments) {

  /** No limits. */
  public static final Limits NONE = new Limits(OptionalLong.empty(), OptionalInt.empty());

  /**
   * Refuses what the partner does not take.
   *
   * @throws GatewayException READER_LIMIT
   */
  public void require(String partner, long size, int count) {
    if (size > bytes.orElse(Long.MAX_VALUE)) {
      throw new GatewayException(
          ErrorCode.READER_LIMIT,
          "%s takes %d bytes at most, this is %d".formatted(partner, bytes.getAsLong(), size));
    }
    if (count > attachments.orElse(Integer.MAX_VALUE)) {
      throw new GatewayException(
          ErrorCode.READER_LIMIT,
          "%s takes %d attachments at most, these are %d"
              .formatted(partner, attachments.getAsInt(), count));
    }
  }
}
