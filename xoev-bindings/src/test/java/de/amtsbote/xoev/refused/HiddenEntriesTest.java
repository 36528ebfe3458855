package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.container.ContainerLimits;
import de.amtsbote.xoev.container.MessageContainer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** ZIP files that show one content from their start and another one from their table. */
class HiddenEntriesTest {

  private static final String MESSAGE = "1_Aussonderung.Anbieteverzeichnis.0501.xml";
  private static final int LINK_TO_ENTRY = 42;

  /** One file: its entry, and its row in the table of contents. */
  private record Packed(byte[] entry, byte[] row) {

    Packed at(int offset) {
      ByteBuffer moved = ByteBuffer.wrap(row.clone()).order(ByteOrder.LITTLE_ENDIAN);
      return new Packed(entry, moved.putInt(LINK_TO_ENTRY, offset).array());
    }
  }

  @Test
  void entriesInARow_areTaken() throws IOException {
    Packed message = stored(MESSAGE, "<good/>");
    Packed document = deflated("a.txt", "text");

    byte[] zip =
        zip(
            joined(message.entry, document.entry),
            message.row,
            document.at(message.entry.length).row);

    assertThatCode(() -> open(zip)).doesNotThrowAnyException();
  }

  @Test
  void secondMessageBehindTheLastEntryThatIsRead_isRefused() throws IOException {
    Packed good = deflated(MESSAGE, "<good/>");
    Packed evil = deflated(MESSAGE, "<evil/>");

    byte[] zip =
        zip(joined(good.entry, new byte[4], evil.entry), evil.at(good.entry.length + 4).row);

    refused(zip);
  }

  @Test
  void tableThatLeadsIntoAStoredDocument_isRefused() throws IOException {
    Packed evil = stored(MESSAGE, "<evil/>");
    Packed good = stored(MESSAGE, "<good/>");
    Packed document = stored("a.txt", evil.entry);
    int inside = good.entry.length + document.entry.length - evil.entry.length;

    byte[] zip =
        zip(
            joined(good.entry, document.entry),
            evil.at(inside).row,
            document.at(good.entry.length).row);

    refused(zip);
  }

  @Test
  void bytesBetweenTheLastEntryAndTheTable_areRefused() throws IOException {
    Packed good = deflated(MESSAGE, "<good/>");

    refused(zip(joined(good.entry, new byte[100]), good.row));
  }

  @Test
  void tableWithAnotherChecksum_isRefused() throws IOException {
    Packed good = deflated(MESSAGE, "<good/>");
    good.row[16] ^= 1;

    refused(zip(good.entry, good.row));
  }

  @Test
  void tableWithAnotherPackedSize_isRefused() throws IOException {
    Packed good = deflated(MESSAGE, "<good/>");
    good.row[20] ^= 1;

    refused(zip(good.entry, good.row));
  }

  @Test
  void tableWithAnotherWayOfPacking_isRefused() throws IOException {
    Packed good = stored(MESSAGE, "<good/>");
    good.row[10] = ZipEntry.DEFLATED;

    refused(zip(good.entry, good.row));
  }

  @Test
  void tableThatNamesOneEntryTwice_isRefused() throws IOException {
    Packed good = stored(MESSAGE, "<good/>");
    Packed document = stored("a.txt", "text");

    refused(zip(joined(good.entry, document.entry), good.row, good.row));
  }

  @Test
  void nameOfThousandsOfCharacters_isRefused() throws IOException {
    Packed good = stored(MESSAGE, "<good/>");
    Packed document = stored("a".repeat(256) + ".txt", "text");

    byte[] zip =
        zip(joined(good.entry, document.entry), good.row, document.at(good.entry.length).row);

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

  private static Packed deflated(String name, String text) throws IOException {
    return packed(new ZipEntry(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static Packed stored(String name, String text) throws IOException {
    return stored(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Packed stored(String name, byte[] content) throws IOException {
    var crc = new CRC32();
    crc.update(content);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    return packed(entry, content);
  }

  private static Packed packed(ZipEntry entry, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(entry);
      zip.write(content);
    }
    byte[] bytes = out.toByteArray();
    int end = bytes.length - 22;
    int table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
    return new Packed(Arrays.copyOfRange(bytes, 0, table), Arrays.copyOfRange(bytes, table, end));
  }

  private static byte[] zip(byte[] entries, byte[]... rows) {
    byte[] table = joined(rows);
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06054b50).putInt(0);
    end.putShort((short) rows.length).putShort((short) rows.length);
    end.putInt(table.length).putInt(entries.length).putShort((short) 0);
    return joined(entries, table, end.array());
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
