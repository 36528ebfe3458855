package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What routes make of a message is sealed beside it. */
class AddedPartTest {

  @TempDir Path spool;
  private MessageKit kit;
  private MessageId id;

  @BeforeEach
  void open() throws IOException {
    kit = new MessageKit(spool);
    id = kit.accept("<a/>").id();
  }

  @Test
  void addedPart_isReadAsItWas() throws IOException {
    var part = add("<made/>");

    try (var content = kit.store.open(id, part.number())) {
      assertThat(content.readAllBytes()).isEqualTo("<made/>".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(kit.store.get(id).parts()).extracting(Part::role).endsWith(PartRole.MADE);
  }

  /** Else two contents would be sealed under one key and one nonce. */
  @Test
  void positionThatWasSealedInVain_isNeverSealedAgain() {
    var inVain =
        kit.transaction.execute(
            status -> {
              status.setRollbackOnly();
              return add("<made first='1'/>");
            });

    assertThat(add("<made/>").number()).isNotEqualTo(inVain.number());
  }

  private Part add(String content) {
    try {
      return kit.store.add(
          id, PartRole.MADE, "payload.xml", "application/xml", MessageKit.bytes(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
