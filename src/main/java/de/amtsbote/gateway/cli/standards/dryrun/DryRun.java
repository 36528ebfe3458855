package de.amtsbote.gateway.cli.standards.dryrun;

import de.amtsbote.gateway.message.ArchiveStore;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Validates stored messages against another release, one after the other. */
final class DryRun {

  private static final int PAGE = 200;

  private final ArchiveStore messages;
  private final StandardCatalog installed;
  private final StandardPackage release;
  private final Xoev xoev;
  private final ValidationOptions options;
  private final Map<String, Renaming> renamings = new HashMap<>();
  private final Tally tally = new Tally();

  DryRun(
      ArchiveStore messages,
      StandardCatalog installed,
      StandardPackage release,
      Xoev xoev,
      ValidationOptions options) {
    this.messages = messages;
    this.installed = installed;
    this.release = release;
    this.xoev = xoev;
    this.options = options;
  }

  /**
   * Reads the newest messages first.
   *
   * @param limit at most so many
   */
  Tally run(Instant since, long limit) throws IOException {
    MessageId last = null;
    for (var left = limit; left > 0; ) {
      var page = messages.page(release.name(), since, last, (int) Math.min(PAGE, left));
      if (page.isEmpty()) {
        break;
      }
      for (var message : page) {
        validate(message);
      }
      left -= page.size();
      last = page.get(page.size() - 1).id();
    }
    return tally;
  }

  private void validate(Message message) throws IOException {
    Content stored = () -> messages.payload(message.id());
    try {
      var report = report(stored, renaming(message.traits().version()));
      tally.add(message.id(), message.traits().messageType(), report);
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.PART_DAMAGED && e.code() != ErrorCode.CONTENT_ERASED) {
        throw e;
      }
      tally.addUnreadable();
    }
  }

  /** The other names stand in the message, not in the container it came in. */
  private ValidationReport report(Content stored, Renaming renaming) throws IOException {
    try {
      return xoev.validate(renaming.of(xoev.message(stored)), options);
    } catch (XoevException unsafe) {
      return xoev.validate(stored, options);
    }
  }

  /** A release that is not installed any more leaves the message as it is. */
  private Renaming renaming(String version) {
    return renamings.computeIfAbsent(
        String.valueOf(version),
        it ->
            new Renaming(
                installed.find(release.name(), it).orElse(release).manifest().namespaces(),
                release.manifest().namespaces()));
  }
}
