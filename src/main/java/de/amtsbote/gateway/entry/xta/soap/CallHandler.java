package de.amtsbote.gateway.entry.xta.soap;

import java.io.IOException;

/** Does what a call asks for. */
@FunctionalInterface
public interface CallHandler {

  /**
   * Answers a call.
   *
   * @throws de.amtsbote.gateway.xta.XtaException to refuse it
   * @throws IOException when the caller's line breaks
   */
  Answer handle(Call call) throws IOException;
}
