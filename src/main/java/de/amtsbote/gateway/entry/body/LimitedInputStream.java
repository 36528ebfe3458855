package de.amtsbote.gateway.entry.body;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.InputStream;

/** Refuses a body as soon as it is longer than allowed, whatever its header said. */
public final class LimitedInputStream extends CountedInputStream {

  private final long limit;
  private long count;

  /**
   * Reads at most so many bytes.
   *
   * @param in closed with this one
   */
  public LimitedInputStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  protected void count(long octets) {
    count += octets;
    if (count > limit) {
      throw tooLarge(limit);
    }
  }

  /** What a longer body is refused with. */
  public static GatewayException tooLarge(long limit) {
    return new GatewayException(ErrorCode.BODY_TOO_LARGE, "the limit is " + limit + " bytes");
  }
}
