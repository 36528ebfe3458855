package de.amtsbote.gateway.route.xoev;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.Dispatch;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Says at an entry what a route would say of a message. Only what is certain counts: a message of
 * an installed standard that is in force, whose author may not deviate from it, and that is wrong.
 */
public final class EntryCheck {

  private final Xoev xoev;
  private final Checks checks;
  private final LiveDirectory directory;

  EntryCheck(Xoev xoev, Checks checks, LiveDirectory directory) {
    this.xoev = xoev;
    this.checks = checks;
    this.directory = directory;
  }

  /**
   * What is wrong with a message; empty when nothing is, or its route has to tell.
   *
   * @param author key of whoever wrote it
   * @param day on which it comes in
   */
  public Optional<GatewayException> refusal(
      Content payload, List<Part> attachments, String author, String reader, LocalDate day)
      throws IOException {
    if (mayDeviate(author) || !(xoev.dispatch(payload, day) instanceof Dispatch.Known)) {
      return Optional.empty();
    }
    var report = xoev.validate(payload, checks.atEntry(attachments, reader, day));
    return report.isValid() || report.verdict() == Verdict.UNKNOWN
        ? Optional.empty()
        : Optional.of(Verdicts.of(report));
  }

  private boolean mayDeviate(String author) {
    return directory
        .get()
        .withKey(author)
        .filter(it -> !it.quirks().quirks().isEmpty())
        .isPresent();
  }
}
