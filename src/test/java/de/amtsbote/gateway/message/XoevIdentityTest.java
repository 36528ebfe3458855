package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message is recognised by what it says of itself. */
class XoevIdentityTest {

  @TempDir Path spool;
  MessageKit kit;

  @BeforeEach
  void open() {
    kit = new MessageKit(spool);
    kit.identities.add(XoevIdentityTest::read);
  }

  @Test
  void sameBytesAgain_getTheFirstReceipt() throws IOException {
    var first = kit.accept("<a author='x' uuid='1'/>");
    var second = kit.accept("<a author='x' uuid='1'/>");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.repeated()).isTrue();
    assertThat(kit.count("message")).isEqualTo(1);
    assertThat(kit.store.timeline(first.id()).get(1).event()).isEqualTo(TimelineEvent.DUPLICATE);
  }

  @Test
  void otherBytesUnderTheSameUuid_areRefusedWithBothReceipts() throws IOException {
    var first = kit.accept("<a author='x' uuid='1'/>");

    var refusal =
        catchThrowableOfType(
            GatewayException.class, () -> kit.accept("<a author='x' uuid='1'>other</a>"));

    assertThat(refusal.code()).isEqualTo(ErrorCode.XOEV_UUID_CONFLICT);
    assertThat(refusal.code().status()).isEqualTo(409);
    assertThat(refusal.details())
        .contains(first.id().toString(), first.sha256(), first.receivedAt().toString())
        .matches("(?s).*this one, [0-9a-f-]{36}, has SHA-256 [0-9a-f]{64}");
    assertThat(kit.count("message")).isEqualTo(1);
  }

  @Test
  void correctionWithANewUuid_isANewMessage() throws IOException {
    kit.accept("<a author='x' uuid='1'/>");
    kit.accept("<a author='x' uuid='2'/>");

    assertThat(kit.count("message")).isEqualTo(2);
  }

  @Test
  void sameUuidOfAnotherAuthor_isAnotherMessage() throws IOException {
    kit.accept("<a author='x' uuid='1'/>");
    kit.accept("<a author='y' uuid='1'/>");

    assertThat(kit.count("message")).isEqualTo(2);
  }

  @Test
  void otherEntryAccount_isNotConcerned() throws IOException {
    kit.accept("<a author='x' uuid='1'/>");
    try (var intake = kit.store.intake()) {
      intake.add(
          PartRole.PAYLOAD,
          "payload",
          "text/xml",
          MessageKit.bytes("<a author='x' uuid='1'>other</a>"));
      var entry = new Entry(EntryKind.OSCI_MAILBOX, "meldebehoerde");
      assertThat(intake.commit(new NewMessage("stadt", entry, "osci-1", Traits.NONE)).repeated())
          .isFalse();
    }
  }

  @Test
  void resendUnderANewKey_letsThatKeyBelongToTheFirst() throws IOException {
    var first = kit.accept("key-1", "<a author='x' uuid='1'/>");
    kit.accept("key-2", "<a author='x' uuid='1'/>");

    assertThat(kit.accept("key-2", "<a author='x' uuid='1'/>").id()).isEqualTo(first.id());
    assertThat(kit.store.entryKey(first.id())).contains("key-1");
  }

  @Test
  void refusedMessage_leavesItsKeyFree() throws IOException {
    kit.accept("<a author='x' uuid='1'/>");
    assertThatThrownBy(() -> kit.accept("key", "<a author='x' uuid='1'>other</a>"))
        .isInstanceOf(GatewayException.class);

    assertThat(kit.accept("key", "<a author='x' uuid='3'/>").repeated()).isFalse();
  }

  @Test
  void largePayload_isReadFromTheSpool() throws IOException {
    var filling = "x".repeat(3 * 1024 * 1024);
    var first = kit.accept("<a author='x' uuid='1'>" + filling + "</a>");

    assertThat(kit.accept("<a author='x' uuid='1'>" + filling + "</a>").id()).isEqualTo(first.id());
  }

  @Test
  void payloadBehindAnAttachment_isFound() throws IOException {
    assertThat(withAttachmentFirst().repeated()).isFalse();
    assertThat(withAttachmentFirst().repeated()).isTrue();
  }

  @Test
  void entryThatCannotRefuse_mayKeepTheMessage() throws IOException {
    kit.accept("<a author='x' uuid='1'/>");
    try (var intake = kit.store.intake()) {
      intake.add(
          PartRole.PAYLOAD,
          "payload",
          "text/xml",
          MessageKit.bytes("<a author='x' uuid='1'>other</a>"));
      assertThatThrownBy(() -> intake.commit(MessageKit.message(null)))
          .isInstanceOf(GatewayException.class);

      var receipt = intake.commitDespiteUuid(MessageKit.message(null));

      assertThat(kit.store.get(receipt.id()).payload()).isPresent();
    }
  }

  private Receipt withAttachmentFirst() throws IOException {
    try (var intake = kit.store.intake()) {
      intake.add(
          PartRole.ATTACHMENT,
          "plan.pdf",
          "application/pdf",
          MessageKit.bytes("p".repeat(700_000)));
      intake.add(
          PartRole.PAYLOAD, "payload", "text/xml", MessageKit.bytes("<a author='x' uuid='1'/>"));
      return intake.commit(MessageKit.message(null));
    }
  }

  private static Optional<XoevIdentity> read(IdentityReader.Payload payload) {
    try (var content = payload.open()) {
      var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      var parts = text.split("'");
      return parts.length < 4
          ? Optional.empty()
          : Optional.of(new XoevIdentity(parts[1], parts[3]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
