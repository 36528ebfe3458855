package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.testing.Samples;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attachments have the names that their senders gave them, as they stand in the message. */
class PartNamesTest {

  private static final Charset LATIN = StandardCharsets.ISO_8859_1;

  private final Wire wire = new Wire();

  private byte[] renamed(String name) throws IOException {
    ContentContainer container =
        ContentContainer.builder("container0")
            .attachment("content0", "a.bin", ContentSource.of(Samples.ATTACHMENT))
            .build();
    byte[] octets = wire.compose(Samples.store(ContentPackage.of(container)), OrderSecurity.NONE);
    String inXml = new String(name.replace("&", "&amp;").getBytes(StandardCharsets.UTF_8), LATIN);
    String inMime = new String(name.getBytes(StandardCharsets.UTF_8), LATIN);
    return new String(octets, LATIN)
        .replace("cid:a.bin", "cid:" + inXml)
        .replace("<a.bin>", "<" + inMime + ">")
        .getBytes(LATIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anlage 1.pdf",
        "Anlage (neu) [2]; Fassung=3.pdf",
        "Größe.pdf",
        "100%20.pdf",
        "Plan & Skizze.pdf",
        "../Plan.pdf"
      })
  void anyName_isReadAsItStandsThere(String name) throws IOException {
    OpenedContainer container = wire.open(renamed(name)).containers().get(0);

    OpenedItem.Attachment part = (OpenedItem.Attachment) container.items().get(0);
    assertThat(part.name()).isEqualTo(name);
    assertThat(part.size()).isEqualTo(Samples.ATTACHMENT.length);
  }
}
