package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several containers, readers, authors, and containers inside of containers. */
class ContentStructureTest {

  private final Wire wire = new Wire();

  private IncomingMessage sent(ContentPackage content) throws IOException {
    OutgoingMessage message = Samples.store(content);
    return wire.read(wire.compose(message, Samples.fullSecurity(message)));
  }

  private static ContentContainer.Builder signed(String id) {
    return ContentContainer.builder(id)
        .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE));
  }

  private static EncryptedContainer forReader(String id, ContentContainer c, RoleCertificate r) {
    return new EncryptedContainer(id, c, List.of(r));
  }

  @Test
  void eachReader_opensTheContainer() throws IOException {
    EncryptedContainer both =
        new EncryptedContainer(
            "e", Samples.container().build(), List.of(Parties.ADDRESSEE, Parties.READER));
    try (IncomingMessage message = sent(ContentPackage.of(both))) {
      for (SoftwareKeys key : List.of(Parties.ADDRESSEE_CIPHER, Parties.READER_CIPHER)) {
        OpenedContainer container = message.open(List.of(key)).containers().get(0);
        assertThat(Wire.octets(container, "content0")).isEqualTo(Samples.PAYLOAD);
        assertThat(container.encryption().reader()).isEqualTo(key.certificate());
      }
    }
  }

  @Test
  void containerForAnotherReader_staysClosedAndIsReported() throws IOException {
    ContentPackage content =
        new ContentPackage.Composed(
            List.of(
                forReader(
                    "e1", signed("c1").data("d1", Samples.PAYLOAD).build(), Parties.ADDRESSEE),
                forReader("e2", Samples.container().build(), Parties.READER)),
            List.of(signed("c3").data("d3", new byte[0]).build()));
    try (IncomingMessage message = sent(content)) {
      OpenedContent opened = message.open(List.of(Parties.ADDRESSEE_CIPHER));
      assertThat(opened.containers()).extracting(OpenedContainer::id).containsExactly("c1", "c3");
      assertThat(opened.foreign()).hasSize(1);
      assertThat(opened.foreign().get(0).readers()).containsExactly(Parties.READER);
    }
  }

  @Test
  void emptyContent_isLegal() throws IOException {
    ContentPackage content = ContentPackage.of(signed("c").data("d", new byte[0]).build());
    try (IncomingMessage message = sent(content)) {
      OpenedContainer container = message.open(List.of()).containers().get(0);
      assertThat(Wire.octets(container, "d")).isEmpty();
    }
  }

  @Test
  void nestedContainers_areSignedOneAfterTheOther() throws IOException {
    ContentContainer inner =
        ContentContainer.builder("inner")
            .data("d", Samples.PAYLOAD)
            .attachment("a", "a.bin", ContentSource.of(Samples.ATTACHMENT))
            .signer(ContentSigner.otherAuthor(0, Parties.EC_AUTHOR))
            .build();
    ContentContainer outer = signed("outer").data("d2", Samples.PAYLOAD).nested("n", inner).build();
    try (IncomingMessage message = sent(ContentPackage.of(Samples.encrypted(outer)))) {
      OpenedContainer opened =
          message.open(List.of(Parties.ADDRESSEE_CIPHER)).container("outer").orElseThrow();
      OpenedItem.Nested nested = (OpenedItem.Nested) opened.item("n").orElseThrow();
      assertThat(opened.signatures()).hasSize(1);
      assertThat(nested.container().signatures().get(0).signer().certificate())
          .isEqualTo(Parties.EC_AUTHOR.certificate());
      assertThat(Wire.octets(nested.container(), "a")).isEqualTo(Samples.ATTACHMENT);
    }
  }

  @Test
  void plainNestedContainers_areReadToo() throws IOException {
    ContentContainer inner = signed("inner").data("d", Samples.PAYLOAD).build();
    ContentContainer outer = signed("outer").nested("n", inner).build();
    try (IncomingMessage message = sent(ContentPackage.of(outer))) {
      OpenedContainer opened = message.open(List.of()).containers().get(0);
      assertThat(((OpenedItem.Nested) opened.items().get(0)).container().isSigned()).isTrue();
    }
  }

  @Test
  void nestedEncryption_isOpenedByWhoHasTheKeys() throws IOException {
    ContentContainer secret =
        signed("secret")
            .data("d", Samples.PAYLOAD)
            .attachment("a", "a.bin", ContentSource.of(Samples.ATTACHMENT))
            .build();
    ContentContainer outer =
        signed("outer")
            .data("d2", Samples.PAYLOAD)
            .encrypted(forReader("e2", secret, Parties.READER))
            .build();
    try (IncomingMessage message = sent(ContentPackage.of(Samples.encrypted(outer)))) {
      OpenedContainer forBoth =
          message
              .open(List.of(Parties.ADDRESSEE_CIPHER, Parties.READER_CIPHER))
              .containers()
              .get(0);
      assertThat(Wire.octets(forBoth.encrypted().get(0), "a")).isEqualTo(Samples.ATTACHMENT);

      OpenedContainer forOne = message.open(List.of(Parties.ADDRESSEE_CIPHER)).containers().get(0);
      assertThat(forOne.encrypted()).isEmpty();
      assertThat(forOne.foreign()).hasSize(1);
      assertThat(forOne.isSigned()).isTrue();
    }
  }

  @Test
  void largeContent_comesThroughAsItWas() throws IOException {
    byte[] large = Samples.octets(3_000_001);
    ContentContainer container =
        signed("c").data("d", large).attachment("a", "a.bin", ContentSource.of(large)).build();
    try (IncomingMessage message = sent(ContentPackage.of(Samples.encrypted(container)))) {
      OpenedContainer opened = message.open(List.of(Parties.ADDRESSEE_CIPHER)).containers().get(0);
      assertThat(Wire.octets(opened, "d")).isEqualTo(large);
      assertThat(Wire.octets(opened, "a")).isEqualTo(large);
    }
  }
}
