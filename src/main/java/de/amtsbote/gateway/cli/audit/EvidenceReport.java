package de.amtsbote.gateway.cli.audit;

import java.util.List;

/**
 * What a check of exported evidence has come to.
 *
 * @param message id of the message
 * @param entries how many entries its timeline has
 * @param head hash of the last one: who has kept it elsewhere knows that nothing was exchanged
 * @param holds true when nothing was found
 */
record EvidenceReport(
    String message, int entries, String head, boolean holds, List<Problem> problems) {

  /** Something that does not fit, and the file in which it stands. */
  record Problem(String file, String what) {}
}
