package de.amtsbote.gateway.entry.body;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

  /** The body of a request, refused before it is read when it says that it is longer. */
  public static LimitedInputStream of(HttpServletRequest request, long limit) throws IOException {
    if (request.getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    return new LimitedInputStream(request.getInputStream(), limit);
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
