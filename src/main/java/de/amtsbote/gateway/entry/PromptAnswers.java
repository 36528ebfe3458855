package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Lets whoever handed a message in wait for the answer to it. */
public interface PromptAnswers {

  /**
   * Takes the response over if the request asks to wait (RFC 7240, {@code Prefer: wait=N}): it
   * becomes the answer, or the receipt when none came in time.
   *
   * @return false when nothing was taken over: the caller gives the receipt
   */
  boolean await(
      Caller caller, Receipt receipt, HttpServletRequest request, HttpServletResponse response);
}
