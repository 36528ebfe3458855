package de.amtsbote.osci.model;

import java.util.Optional;

/**
 * A SOAP fault; unauthenticated information, never more than a hint.
 *
 * @param code digits of the feedback code; null if the fault names none
 * @param server whether the supplier says that it is to blame
 * @param text for people
 */
public record Fault(String code, boolean server, String text) {

  /** Our fault for a code. */
  public static Fault of(FeedbackCode code) {
    return new Fault(code.code(), code.kind() == FeedbackCode.Kind.FAULT_SERVER, code.text("de"));
  }

  /** The code, if it is one of OSCI-Transport 1.2. */
  public Optional<FeedbackCode> known() {
    return FeedbackCode.of(code == null ? "" : code);
  }
}
