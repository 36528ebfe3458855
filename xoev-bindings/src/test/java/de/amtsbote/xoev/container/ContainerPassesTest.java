package de.amtsbote.xoev.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.validation.Limits;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a container is read, and what it may cost. */
class ContainerPassesTest {

  private static final String MESSAGE = "x_wohnsitz.ummeldung.antrag.0100.xml";
  private static final byte[] DOCUMENT = new byte[1 << 20];
  private static final Duration MINUTE = Duration.ofMinutes(1);

  static {
    new Random(1).nextBytes(DOCUMENT);
  }

  private final AtomicLong read = new AtomicLong();

  @Test
  void validationOnAllLevels_readsTheContainerOnce() throws IOException {
    byte[] zip = zip("a.pdf", DOCUMENT, MESSAGE, bytes(Demo.message()));

    var report = Demo.xoev().validate(counted(zip), ValidationOptions.ALL);

    assertThat(report.findings()).extracting("code").containsExactly("XOEV-A002");
    assertThat(read.get()).isBetween((long) zip.length, zip.length * 11L / 10);
  }

  @Test
  void dispatchAndHeaderTogether_readTheContainerOnce() throws IOException {
    byte[] zip = zip("a.pdf", DOCUMENT, MESSAGE, bytes(Demo.message()));
    Xoev xoev = Demo.xoev();

    Content opened = xoev.opened(counted(zip));
    var known = (Dispatch.Known) xoev.dispatch(opened);
    var header = xoev.header(opened, known.standard());

    assertThat(header).isPresent();
    assertThat(read.get()).isBetween((long) zip.length / 2, zip.length * 11L / 10);
  }

  @Test
  void messageOfMoreThanOneMebibyte_isUnpackedAgain() throws IOException {
    String large = Demo.message().replaceFirst("<xd:", "<!--" + "x".repeat(2 << 20) + "--><xd:");
    byte[] zip = zip(MESSAGE, bytes(large));

    assertThat(Demo.xoev().validate(Content.of(zip), ValidationOptions.ALL).verdict())
        .isEqualTo(Demo.xoev().validate(Content.of(bytes(large)), ValidationOptions.ALL).verdict());
  }

  @Test
  void containerWithinAContainer_isNoMessage() throws IOException {
    byte[] inner = zip(MESSAGE, bytes(Demo.message()));
    Xoev xoev = Demo.xoev();

    Content opened = xoev.opened(Content.of(zip(MESSAGE, inner)));

    assertThat(xoev.dispatch(opened)).isInstanceOf(Dispatch.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1_Bericht.2024.xml", "zz_Bericht.2024.xml"})
  void documentThatIsCalledLikeAMessage_isNoMessageBesideOneOfAKnownStandard(String name)
      throws IOException {
    byte[] before = zip(name, bytes("<a/>"), MESSAGE, bytes(Demo.message()));
    byte[] behind = zip(MESSAGE, bytes(Demo.message()), name, bytes("<a/>"));
    Xoev xoev = Demo.xoev();

    assertThat(xoev.dispatch(Content.of(before))).isInstanceOf(Dispatch.Known.class);
    assertThat(xoev.validate(Content.of(before), ValidationOptions.ALL).root())
        .isEqualTo("wohnsitz.ummeldung.antrag.0100");
    assertThat(xoev.validate(Content.of(behind), ValidationOptions.ALL).root())
        .isEqualTo("wohnsitz.ummeldung.antrag.0100");
  }

  @Test
  void containerThatTakesTooLong_isNotCheckable() throws IOException {
    Content zip = Content.of(zip("a.pdf", DOCUMENT, MESSAGE, bytes(Demo.message())));
    var noTime = ValidationOptions.ALL.within(Limits.DEFAULT.withTime(Duration.ZERO));

    var report = Demo.xoev().validate(zip, noTime);

    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(report.findings()).extracting("code").containsExactly(FindingCode.TIME.code());
  }

  @Test
  void lookingForTheMessage_endsInTime() throws IOException {
    Content zip = Content.of(zip("a.pdf", DOCUMENT, MESSAGE, bytes(Demo.message())));
    var limits = ContainerLimits.DEFAULT.withTime(Duration.ZERO);

    assertThatThrownBy(() -> MessageContainer.messageIn(zip, limits, root -> false))
        .isInstanceOfSatisfying(
            XoevException.class, it -> assertThat(it.error()).isEqualTo(XoevError.CONTAINER_SLOW));
  }

  @Test
  void muchForLittle_isRefusedBeforeAllOfItIsUnpacked() throws IOException {
    byte[] half = new byte[1 << 16];
    System.arraycopy(DOCUMENT, 0, half, 0, 1 << 10);
    var documents = new ByteArrayOutputStream();
    for (int i = 0; i < 20 << 4; i++) {
      documents.write(half);
    }
    Content zip = Content.of(zip("a.pdf", documents.toByteArray(), MESSAGE, bytes("<a/>")));
    var limits = new ContainerLimits(10, 128 << 20, 200, MINUTE);

    assertThat(MessageContainer.open(zip, ContainerLimits.DEFAULT).attachments()).hasSize(1);
    assertThatThrownBy(() -> MessageContainer.open(zip, limits))
        .hasMessageContaining("20 bytes for each packed byte beyond 8 MiB");
  }

  private Content counted(byte[] bytes) {
    return () ->
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            return count(super.read(buffer, offset, length));
          }

          @Override
          public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
          }

          private int count(int n) {
            read.addAndGet(Math.max(0, n));
            return n;
          }
        };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Object... namesAndBytes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        out.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        out.write((byte[]) namesAndBytes[i + 1]);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
