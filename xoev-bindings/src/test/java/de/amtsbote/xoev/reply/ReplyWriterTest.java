package de.amtsbote.xoev.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyWriterTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void rejection_isValidAndCarriesTheOriginal() throws IOException {
    Content received = XDemo.sample("1.0", "0200/broken-missing.xml");
    var report = Demo.validate(received, ValidationOptions.ALL);

    writer(received)
        .reject(header(received), root(received), Reason.of(report), Optional.of(received), out);

    var rejection = Content.of(out.toByteArray());
    assertThat(Demo.validate(rejection, ValidationOptions.ALL).findings()).isEmpty();
    assertThat(header(rejection).reader()).isEqualTo(header(received).author());
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("<code>X001</code>");
  }

  @Test
  void receipt_isValidAndNamesTheCase() throws IOException {
    Content received = XDemo.sample("1.1", "0100/minimal.xml");

    writer(received).confirm(header(received), root(received), "MB-1", out);

    var receipt = Content.of(out.toByteArray());
    assertThat(Demo.validate(receipt, ValidationOptions.ALL).findings()).isEmpty();
    assertThat(header(receipt).messageType()).isEqualTo("0900");
    assertThat(header(receipt).version()).isEqualTo("1.1");
  }

  @Test
  void acknowledgement_isValid() throws IOException {
    Content received = XDemo.sample("1.0", "0930/full.xml");

    writer(received).acknowledge(header(received), root(received), "90", "1", out);

    var receipt = Content.of(out.toByteArray());
    assertThat(Demo.validate(receipt, ValidationOptions.ALL).findings()).isEmpty();
    assertThat(header(receipt).isTest()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0900/minimal.xml", "0990/minimal.xml", "0995/minimal.xml"})
  void answers_areNeverAnswered(String sample) {
    Content received = XDemo.sample("1.0", sample);

    assertThatThrownBy(
            () ->
                writer(received)
                    .reject(header(received), root(received), List.of(), Optional.empty(), out))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("XOEV-E021");
  }

  @Test
  void originalOfManyMegabytes_isStreamed() throws IOException {
    Content received = XDemo.sample("1.0", "0100/minimal.xml");
    byte[] large = new byte[9_000_001];
    Arrays.fill(large, (byte) 'x');

    writer(received)
        .reject(
            header(received),
            root(received),
            List.of(new Reason("S999", "Zu groß.", "")),
            Optional.of(Content.of(large)),
            out);

    var options = ValidationOptions.ALL.withLevels(Level.parse("safe,charset,xsd"));
    assertThat(Demo.validate(Content.of(out.toByteArray()), options).verdict())
        .isEqualTo(Verdict.VALID);
  }

  private static ReplyWriter writer(Content received) throws IOException {
    return new ReplyWriter(
        ((Dispatch.Known) Demo.xoev().dispatch(received)).standard(),
        Demo.CLOCK,
        new ReplyWriter.Sender("Amtsbote", "Musterland"));
  }

  private static XoevHeader header(Content received) throws IOException {
    return Demo.xoev().header(received).orElseThrow();
  }

  private static de.amtsbote.xoev.standard.MessageRoot root(Content received) throws IOException {
    return ((Dispatch.Known) Demo.xoev().dispatch(received)).root();
  }
}
