package de.amtsbote.gateway.entry.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestClamd;
import de.amtsbote.gateway.fitconnect.Problem;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.osci.spool.Spool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the virus scanner says of a piece of a submission that was opened. */
@GatewayTest
class InfectedPieceTest {

  @Autowired MessageStore store;

  @Test
  void infectedPiece_isRejectedByItsName() {
    assertThatThrownBy(() -> add(TestClamd.SIGNATURE))
        .isInstanceOfSatisfying(
            RejectedException.class,
            it ->
                assertThat(it.problems())
                    .extracting(Problem::instance, Problem::type)
                    .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                            Problem.DATA, Problem.Type.TECHNICAL.uri())));
  }

  @Test
  void pieceThatTheScannerCannotJudge_isLeftWithTheDeliveryService() {
    assertThatThrownBy(() -> add(TestClamd.TOO_MUCH))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.CONTENT_UNSCANNABLE));
  }

  private void add(String text) throws IOException {
    var octets = text.getBytes(StandardCharsets.UTF_8);
    try (var intake = store.intake();
        var content = Spool.temporary().copyOf(octets)) {
      Content.add(
          intake, PartRole.PAYLOAD, "payload", "text/xml", content, "no digest", Problem.DATA);
    }
  }
}
