package de.amtsbote.gateway.delivery.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A report that nobody understands waits alone. */
@GatewayTest
class OddReportTest {

  private static final String DONE = "<x:Status>1</x:Status>";

  @Autowired MessageStore store;
  @Autowired TransmissionStore transmissions;
  @Autowired ReceiptStore receipts;
  @Autowired HandOvers handOvers;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcTemplate jdbc;
  @TempDir Path folder;

  @BeforeEach
  void nothingIsDue() {
    jdbc.update("update transmission set next_check_at = null where kind = 'XTA'");
  }

  @Test
  void reportWithoutStatus_keepsNoOtherReportWaiting() throws Exception {
    var odd = sent(Instant.parse("2020-01-01T00:00:00Z"));
    var good = sent(Instant.parse("2020-01-02T00:00:00Z"));
    try (var server =
        new CannedServer(
            it ->
                CannedServer.soap(
                    it.contains(odd.toString())
                        ? CannedText.report("urn:x:" + odd, "", "")
                        : CannedText.report("urn:x:" + good, DONE, "")))) {
      receipts(new ForeignServer(folder, server.port()).servers()).poll(() -> false);
    }

    assertThat(transmissions.get(good).state()).isEqualTo(TransmissionState.DELIVERED);
    assertThat(transmissions.get(odd).checks()).isEqualTo(1);
    assertThat(transmissions.get(odd).nextCheckAt()).isAfter(Clock.systemUTC().instant());
  }

  /** A hand-over that was sent, whose report is due since then. */
  private UUID sent(Instant due) throws IOException {
    try (var intake = store.intake()) {
      var payload = "<a/>".getBytes(StandardCharsets.UTF_8);
      intake.add(PartRole.PAYLOAD, "a.xml", "text/xml", new ByteArrayInputStream(payload));
      var entry = new Entry(EntryKind.REST, "portal");
      var message = intake.commit(new NewMessage("stadt", entry, null, Traits.NONE)).id();
      var id = transmissions.open(message, TransmissionKind.XTA, ForeignServer.NAME).id();
      transmissions.reserve(id, "urn:x:" + id);
      transmissions.sent(id, due);
      return id;
    }
  }

  private XtaReceipts receipts(XtaServers servers) {
    var settings =
        new XtaServersProperties.Reports(Duration.ofMinutes(1), Duration.ofHours(1), 1000);
    var book =
        new ReportBook(
            store,
            transmissions,
            receipts,
            handOvers,
            transaction,
            Clock.systemUTC(),
            settings.pace());
    return new XtaReceipts(servers, receipts, book, settings.batch(), Clock.systemUTC());
  }
}
