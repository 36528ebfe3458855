package de.amtsbote.gateway.delivery.drop;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which hand-overs may still come to a folder again, so that their marks have to stay. */
@GatewayTest
class DropsTest {

  @Autowired MessageStore messages;
  @Autowired TransmissionStore transmissions;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  @ParameterizedTest
  @CsvSource({"SENDING, true", "FAILED, true", "REPLACED, true", "SENT, false", "DELIVERED, false"})
  void handOver_isOpenUntilItEndedWell(String state, boolean open) throws Exception {
    var transmission = handOver();

    jdbc.update("update transmission set state = ? where id = ?", state, transmission);

    assertThat(drops().isOpen(transmission.toString())).isEqualTo(open);
  }

  @Test
  void handOverThatNobodyKnows_isNotOpen() {
    assertThat(drops().isOpen(UUID.randomUUID().toString())).isFalse();
  }

  private Drops drops() {
    return new Drops(null, transmissions, null, clock);
  }

  private UUID handOver() throws Exception {
    try (var intake = messages.intake()) {
      intake.add(
          PartRole.PAYLOAD, "a.xml", "text/xml", new ByteArrayInputStream("<a/>".getBytes()));
      var traits = new Traits("xdemo", "1.0", "0100", "gae:7", "ags:1", "urn:example:dienst", null);
      var entry = new Entry(EntryKind.REST, "portal");
      var message = intake.commit(new NewMessage("stadt", entry, null, traits)).id();
      return transmissions.open(message, TransmissionKind.DELIVERY, "amt").id();
    }
  }
}
