package de.amtsbote.gateway.entry.fitconnect;

import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.Problem;
import de.amtsbote.gateway.message.MessageId;
import java.util.List;
import java.util.UUID;

/**
 * A submission that was fetched.
 *
 * @param message null when it was rejected before anything was stored
 * @param tags null when they could not be known
 * @param schema URI of the schema that our event shall name; null for none
 * @param verdict what is to be said of it; null while that is open
 * @param problems why it is rejected
 */
record Submission(
    UUID id,
    UUID caseId,
    MessageId message,
    AuthenticationTags tags,
    String schema,
    Verdict verdict,
    List<Problem> problems) {

  /** What can be said of a submission. */
  enum Verdict {
    ACCEPTED,
    REJECTED
  }
}
