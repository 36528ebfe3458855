package de.amtsbote.xoev.refused;

import static de.amtsbote.xoev.refused.ZipParts.deflated;
import static de.amtsbote.xoev.refused.ZipParts.joined;
import static de.amtsbote.xoev.refused.ZipParts.stored;
import static de.amtsbote.xoev.refused.ZipParts.zip;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.container.ContainerLimits;
import de.amtsbote.xoev.container.MessageContainer;
import de.amtsbote.xoev.refused.ZipParts.Packed;
import java.io.IOException;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** ZIP files that show one content from their start and another one from their table. */
class HiddenEntriesTest {

  private static final String MESSAGE = "1_Aussonderung.Anbieteverzeichnis.0501.xml";

  @Test
  void entriesInARow_areTaken() throws IOException {
    Packed message = stored(MESSAGE, "<good/>");
    Packed document = deflated("a.txt", "text");

    byte[] zip =
        zip(
            joined(message.entry(), document.entry()),
            message.row(),
            document.at(message.entry().length).row());

    assertThatCode(() -> open(zip)).doesNotThrowAnyException();
  }

  @Test
  void secondMessageBehindTheLastEntryThatIsRead_isRefused() throws IOException {
    Packed good = deflated(MESSAGE, "<good/>");
    Packed evil = deflated(MESSAGE, "<evil/>");

    byte[] zip =
        zip(
            joined(good.entry(), new byte[4], evil.entry()),
            evil.at(good.entry().length + 4).row());

    refused(zip);
  }

  @Test
  void tableThatLeadsIntoAStoredDocument_isRefused() throws IOException {
    Packed evil = stored(MESSAGE, "<evil/>");
    Packed good = stored(MESSAGE, "<good/>");
    Packed document = stored("a.txt", evil.entry());
    int inside = good.entry().length + document.entry().length - evil.entry().length;

    byte[] zip =
        zip(
            joined(good.entry(), document.entry()),
            evil.at(inside).row(),
            document.at(good.entry().length).row());

    refused(zip);
  }

  @Test
  void bytesBetweenTheLastEntryAndTheTable_areRefused() throws IOException {
    Packed good = deflated(MESSAGE, "<good/>");

    refused(zip(joined(good.entry(), new byte[100]), good.row()));
  }

  @Test
  void tableWithAnotherChecksum_isRefused() throws IOException {
    Packed good = deflated(MESSAGE, "<good/>");
    good.row()[16] ^= 1;

    refused(zip(good.entry(), good.row()));
  }

  @Test
  void tableWithAnotherPackedSize_isRefused() throws IOException {
    Packed good = deflated(MESSAGE, "<good/>");
    good.row()[20] ^= 1;

    refused(zip(good.entry(), good.row()));
  }

  @Test
  void tableWithAnotherWayOfPacking_isRefused() throws IOException {
    Packed good = stored(MESSAGE, "<good/>");
    good.row()[10] = ZipEntry.DEFLATED;

    refused(zip(good.entry(), good.row()));
  }

  @Test
  void tableThatNamesOneEntryTwice_isRefused() throws IOException {
    Packed good = stored(MESSAGE, "<good/>");
    Packed document = stored("a.txt", "text");

    refused(zip(joined(good.entry(), document.entry()), good.row(), good.row()));
  }

  @Test
  void nameOfThousandsOfCharacters_isRefused() throws IOException {
    Packed good = stored(MESSAGE, "<good/>");
    Packed document = stored("a".repeat(256) + ".txt", "text");

    byte[] zip =
        zip(
            joined(good.entry(), document.entry()),
            good.row(),
            document.at(good.entry().length).row());

    assertThatThrownBy(() -> open(zip))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("longer than 255");
  }

  private static void refused(byte[] zip) {
    assertThatThrownBy(() -> open(zip))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("table of contents");
  }

  private static void open(byte[] zip) throws IOException {
    MessageContainer.open(Content.of(zip), ContainerLimits.DEFAULT);
  }
}
