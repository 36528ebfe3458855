package de.amtsbote.gateway.entry.procedure;

import de.amtsbote.gateway.message.MessageId;
import jakarta.servlet.AsyncContext;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;

/**
 * Somebody who waits for the answer to a message.
 *
 * @param time how long it is waited for
 * @param describe whether the answer is to be described instead of given
 * @param context the open request
 */
record WaitingCaller(
    String tenant,
    String account,
    MessageId message,
    Duration time,
    boolean describe,
    AsyncContext context) {

  /** Only who takes JSON and nothing else is told where the answer is. */
  static boolean wantsDescription(String accept) {
    if (accept == null) {
      return false;
    }
    try {
      return MediaType.parseMediaTypes(accept).stream()
          .noneMatch(it -> it.includes(MediaType.MULTIPART_FORM_DATA));
    } catch (InvalidMimeTypeException e) {
      return false;
    }
  }
}
