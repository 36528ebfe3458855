package de.amtsbote.gateway.entry.body;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import java.io.IOException;

/** A body that is the document itself. */
public final class SinglePayload {

  private SinglePayload() {}

  /**
   * Takes the body in.
   *
   * @throws GatewayException {@link ErrorCode#BODY_EMPTY}
   */
  public static Part take(RequestHead head, LimitedInputStream body, Intake intake)
      throws IOException {
    var part = intake.add(PartRole.PAYLOAD, "payload", head.mediaType().toString(), body);
    if (part.size() == 0) {
      throw new GatewayException(ErrorCode.BODY_EMPTY, "the body is empty");
    }
    return part;
  }
}
