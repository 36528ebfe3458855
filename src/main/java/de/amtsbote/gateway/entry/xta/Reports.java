package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.xta.XtaReport;
import de.amtsbote.gateway.xta.v31.MetadataXml;
import de.amtsbote.gateway.xta.v31.ReportXml;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Draws up transport reports from state, timeline and hand-overs of a message. */
final class Reports {

  private static final Map<TimelineEvent, XtaReport.Level> GRAVE =
      Map.of(
          TimelineEvent.REJECTED, XtaReport.Level.ERROR,
          TimelineEvent.EXPIRED, XtaReport.Level.ERROR,
          TimelineEvent.TOLERATED, XtaReport.Level.WARNING,
          TimelineEvent.PARKED, XtaReport.Level.WARNING,
          TimelineEvent.CANCELLED, XtaReport.Level.WARNING);

  private final MessageStore store;
  private final TransmissionStore transmissions;
  private final Clock clock;
  private final Kept kept;
  private final String server;

  Reports(
      MessageStore store, TransmissionStore transmissions, Kept kept, Clock clock, String server) {
    this.store = store;
    this.kept = kept;
    this.transmissions = transmissions;
    this.clock = clock;
    this.server = server;
  }

  /** The report on a message as it stands now. */
  Element of(XtaRecord record) throws IOException {
    var message = store.get(record.id());
    var timeline = store.timeline(record.id());
    var handovers = transmissions.of(record.id());
    var described = kept.of(message);
    // a message that came again under another id is asked for by that one
    MetadataXml.identify(described.metadata(), record.xtaId());
    var original = MetadataXml.read(described.metadata());
    var times = Milestones.of(original.times(), message, handovers, timeline);
    var metadata = MetadataXml.stamped(described.metadata(), times, size(message));
    var entries = timeline.stream().map(Reports::entry).toList();
    var report =
        new XtaReport(
            original.with(times),
            clock.instant(),
            server,
            status(message.state(), entries),
            entries,
            ProcessCards.of(handovers));
    return ReportXml.write(report, metadata);
  }

  /** Octets of the content; null when there are none to speak of. */
  static Long size(Message message) {
    var size =
        message.parts().stream()
            .filter(it -> it.role() == PartRole.PAYLOAD || it.role() == PartRole.ATTACHMENT)
            .mapToLong(it -> it.size())
            .sum();
    return size == 0 ? null : size;
  }

  private static XtaReport.Entry entry(TimelineEntry line) {
    return new XtaReport.Entry(
        line.at(),
        GRAVE.getOrDefault(line.event(), XtaReport.Level.INFO),
        line.event().name(),
        reason(line));
  }

  private static String reason(TimelineEntry line) {
    return Arrays.stream(ErrorCode.values())
        .filter(it -> it.code().equals(line.code()))
        .findFirst()
        .map(it -> it.code() + ": " + it.cause())
        .orElseGet(() -> said(line));
  }

  private static String said(TimelineEntry line) {
    return line.event() == TimelineEvent.TOLERATED
        ? "Tolerated: " + new TreeMap<>(line.details())
        : "State " + line.state();
  }

  private static XtaReport.Status status(MessageState state, List<XtaReport.Entry> entries) {
    return switch (state) {
      case REJECTED, EXPIRED -> XtaReport.Status.RED;
      case DELIVERED, COMPLETED, CANCELLED ->
          entries.stream().anyMatch(it -> it.level() == XtaReport.Level.WARNING)
              ? XtaReport.Status.YELLOW
              : XtaReport.Status.GREEN;
      default -> XtaReport.Status.OPEN;
    };
  }
}
