package de.amtsbote.xoev.refused;

import static de.amtsbote.xoev.refused.ZipParts.joined;
import static de.amtsbote.xoev.refused.ZipParts.put;
import static de.amtsbote.xoev.refused.ZipParts.stored;
import static de.amtsbote.xoev.refused.ZipParts.withField;
import static de.amtsbote.xoev.refused.ZipParts.zip;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.container.ContainerLimits;
import de.amtsbote.xoev.container.MessageContainer;
import de.amtsbote.xoev.refused.ZipParts.Packed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ZIP files whose extra fields or attributes make other programs unpack something else. */
class RenamedEntriesTest {

  private static final String MESSAGE = "1_Aussonderung.Anbieteverzeichnis.0501.xml";
  private static final String DOCUMENT = "anlage.xml";
  private static final String TEXT = "<good/>";
  private static final int NAME = 0x7075;
  private static final int COMMENT = 0x6375;
  private static final int SIZES = 0x0001;
  private static final int UNIX = 0x756E;
  private static final int NOTHING = 0xBEEF;

  @Test
  void messageAndDocumentThatSwapTheirNames_areRefused() throws IOException {
    Packed message = withField(MESSAGE, TEXT, NAME, name(MESSAGE, DOCUMENT));
    Packed document = withField(DOCUMENT, "<evil/>", NAME, name(DOCUMENT, MESSAGE));

    byte[] zip =
        zip(
            joined(message.entry(), document.entry()),
            message.row(),
            document.at(message.entry().length).row());

    refused(zip, "entry 1: an extra field gives it another name");
  }

  @Test
  void otherNameInTheTableOnly_isRefused() throws IOException {
    Packed message = withField(MESSAGE, TEXT, NAME, name(MESSAGE, DOCUMENT));
    put(message.entry(), ZipParts.fieldInEntry(MESSAGE), NOTHING);

    refused(zip(message.entry(), message.row()), "another name");
  }

  @Test
  void otherNameBeforeTheEntryOnly_isRefused() throws IOException {
    Packed message = withField(MESSAGE, TEXT, NAME, name(MESSAGE, DOCUMENT));
    put(message.row(), ZipParts.fieldInRow(MESSAGE), NOTHING);

    refused(zip(message.entry(), message.row()), "another name");
  }

  @Test
  void sameNameOnceMore_isTaken() throws IOException {
    taken(withField("1_ä.0501.xml", TEXT, NAME, name("1_ä.0501.xml", "1_ä.0501.xml")));
  }

  @Test
  void commentInAnExtraField_isTaken() throws IOException {
    taken(withField(MESSAGE, TEXT, COMMENT, name("", "comment")));
  }

  @Test
  void fieldWithTheSameSizes_isTaken() throws IOException {
    taken(withField(MESSAGE, TEXT, SIZES, sizes(TEXT.length(), TEXT.length())));
  }

  @ParameterizedTest
  @CsvSource({"1, 7", "7, 1", "7, 4294967296"})
  void fieldWithOtherSizesInTheTable_isRefused(long unpacked, long packed) throws IOException {
    Packed message = withField(MESSAGE, TEXT, SIZES, sizes(unpacked, packed));
    put(message.entry(), ZipParts.fieldInEntry(MESSAGE), NOTHING);

    refused(zip(message.entry(), message.row()), "other sizes");
  }

  @ParameterizedTest
  @CsvSource({"1, 7", "7, 1", "7, 4294967296"})
  void fieldWithOtherSizesBeforeTheEntry_isRefused(long unpacked, long packed) throws IOException {
    Packed message = withField(MESSAGE, TEXT, SIZES, sizes(unpacked, packed));
    put(message.row(), ZipParts.fieldInRow(MESSAGE), NOTHING);

    refused(zip(message.entry(), message.row()), "other sizes");
  }

  @Test
  void fieldThatIsLongerThanItsPlace_isRefused() throws IOException {
    Packed message = withField(MESSAGE, TEXT, COMMENT, name("", "comment"));
    put(message.row(), ZipParts.fieldInRow(MESSAGE) + 2, 0xFFFF);

    refused(zip(message.entry(), message.row()), "ends too early");
  }

  @Test
  void linkInAnExtraField_isRefused() throws IOException {
    byte[] link = sizes(0xA1FFL << 32, 0);

    Packed message = withField(MESSAGE, TEXT, UNIX, link);

    refused(zip(message.entry(), message.row()), "a link");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 5, 16, 255})
  void link_isRefusedWhateverSystemItIsSaidToComeFrom(int system) throws IOException {
    refused(attributed(system, 0xA1FF), "a link");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1000, 0x2000, 0x4000, 0x6000, 0xC000})
  void whatIsNoRegularFile_isRefused(int kind) throws IOException {
    refused(attributed(2, kind | 0644), "no regular file");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 33188", "3, 420"})
  void regularFile_isTaken(int system, int mode) throws IOException {
    byte[] zip = attributed(system, mode);

    assertThatCode(() -> open(zip)).doesNotThrowAnyException();
  }

  private static byte[] attributed(int system, int mode) throws IOException {
    Packed message = stored(MESSAGE, TEXT);
    message.row()[5] = (byte) system;
    put(message.row(), 40, mode);
    return zip(message.entry(), message.row());
  }

  private static byte[] name(String before, String instead) {
    var crc = new CRC32();
    crc.update(before.getBytes(StandardCharsets.UTF_8));
    byte[] text = instead.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(5 + text.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 1)
        .putInt((int) crc.getValue())
        .put(text)
        .array();
  }

  private static byte[] sizes(long unpacked, long packed) {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(unpacked)
        .putLong(packed)
        .array();
  }

  private static void taken(Packed message) {
    assertThatCode(() -> open(zip(message.entry(), message.row()))).doesNotThrowAnyException();
  }

  private static void refused(byte[] zip, String why) {
    assertThatThrownBy(() -> open(zip)).isInstanceOf(XoevException.class).hasMessageContaining(why);
  }

  private static void open(byte[] zip) throws IOException {
    MessageContainer.open(Content.of(zip), ContainerLimits.DEFAULT);
  }
}
