package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * An attachment is decrypted once, however many containers name it: else a small message could fill
 * a disk.
 */
class SharedAttachmentTest {

  private final Wire wire = new Wire();

  private List<OpenedItem.Octets> attachments(String text) throws IOException {
    try (IncomingMessage read = wire.read(text.getBytes(StandardCharsets.ISO_8859_1))) {
      return read.open(List.of(Parties.ADDRESSEE_CIPHER)).containers().stream()
          .map(OpenedContainer::items)
          .map(items -> (OpenedItem.Octets) items.get(1))
          .toList();
    }
  }

  private String text(ContentPackage content) throws IOException {
    return new String(
        wire.compose(Samples.store(content), OrderSecurity.NONE), StandardCharsets.ISO_8859_1);
  }

  @Test
  void encryptedAttachmentOfTwoContainers_isOneFile() throws IOException {
    String text =
        text(ContentPackage.of(Samples.encrypted(Samples.container().build())))
            .replaceFirst(
                "(?s)(<xenc:EncryptedData [^>]*Id=\")(encrypted0\".*?</xenc:EncryptedData>)",
                "$1$2$1other$2");

    List<OpenedItem.Octets> attachments = attachments(text);

    assertThat(attachments).hasSize(2);
    assertThat(attachments.get(1).octets()).isSameAs(attachments.get(0).octets());
    assertThat(attachments.get(1).size()).isEqualTo(Samples.ATTACHMENT.length);
  }

  @Test
  void plainAttachmentOfTwoContainers_isOneFile() throws IOException {
    String text =
        text(ContentPackage.of(Samples.container().build()))
            .replaceFirst("(?s)<osci:ContentContainer .*</osci:ContentContainer>", "$0$0")
            .replaceFirst("Id=\"container0\"", "Id=\"container1\"")
            .replaceFirst("(?s)<ds:Signature>.*?</ds:Signature>", "")
            .replaceFirst("Id=\"content0\"", "Id=\"content2\"")
            .replaceFirst("Id=\"content1\"", "Id=\"content3\"");

    List<OpenedItem.Octets> attachments = attachments(text);

    assertThat(attachments).hasSize(2);
    assertThat(attachments.get(1).octets()).isSameAs(attachments.get(0).octets());
  }
}
