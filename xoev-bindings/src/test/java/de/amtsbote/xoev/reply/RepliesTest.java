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
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {

  private static final Sender SENDER = new Sender("Amtsbote", "1.0", "Musterland");

  private final Replies replies = Demo.xoev().replies(SENDER);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void rejection_isValidAndCarriesTheOriginal() throws IOException {
    Content received = XDemo.sample("1.0", "0200/broken-missing.xml");
    var report = Demo.validate(received, ValidationOptions.ALL);

    replies.reject(received, known(received), Reason.of(report), true, out);

    assertThat(Demo.validate(answer(), ValidationOptions.ALL).findings()).isEmpty();
    assertThat(header(answer()).reader()).isEqualTo(header(received).author());
    assertThat(header(answer()).author()).isEqualTo(header(received).reader());
    assertThat(text())
        .contains("<code>X001</code>", Base64.getEncoder().encodeToString(bytes(received)));
  }

  @Test
  void rejectionForSeveralReasons_namesThemAll() throws IOException {
    Content received = XDemo.sample("1.1", "0100/minimal.xml");
    var reasons =
        List.of(
            new Reason("X011", "Der Code fehlt.", "/a[1]"),
            new Reason("S102", "Test.", ""),
            new Reason("Q-unknown", "Anderes.", ""));

    replies.reject(received, known(received), reasons, false, out);

    assertThat(Demo.validate(answer(), ValidationOptions.ALL).findings()).isEmpty();
    assertThat(text())
        .containsSubsequence("<code>X011</code>", "/a[1]", "<code>S102</code>", "<code>S999</code>")
        .doesNotContain("original");
  }

  @Test
  void rejectionOfAMessageWithBrokenIdentity_isStillValid() throws IOException {
    String uuid = header(XDemo.sample("1.0", "0100/minimal.xml")).messageUuid();
    Content received =
        Content.of(
            Demo.message().replace(uuid, "no <![CDATA[<uuid>]]>").getBytes(StandardCharsets.UTF_8));

    replies.reject(received, known(received), List.of(new Reason("X001", "x", "")), true, out);

    assertThat(Demo.validate(answer(), ValidationOptions.ALL).findings()).isEmpty();
  }

  @Test
  void receipt_isValidAndNamesTheCase() throws IOException {
    Content received = XDemo.sample("1.1", "0100/minimal.xml");

    replies.confirm(received, known(received), "MB-1", out);

    assertThat(Demo.validate(answer(), ValidationOptions.ALL).findings()).isEmpty();
    assertThat(header(answer()).messageType()).isEqualTo("0900");
    assertThat(header(answer()).version()).isEqualTo("1.1");
    assertThat(text()).contains(header(received).messageUuid(), "MB-1");
  }

  @Test
  void acknowledgement_isValidAndKeepsTheTestFlag() throws IOException {
    Content received = XDemo.sample("1.0", "0930/full.xml");

    replies.acknowledge(received, known(received), "", "90", out);

    assertThat(Demo.validate(answer(), ValidationOptions.ALL).findings()).isEmpty();
    assertThat(header(answer()).isTest()).isTrue();
  }

  @Test
  void answer_hasAUuidOfItsOwnAndRefersToTheMessage() throws IOException {
    Content received = XDemo.sample("1.1", "0100/minimal.xml");

    replies.confirm(received, known(received), "MB-1", out);

    assertThat(header(answer()).messageUuid()).isNotEqualTo(header(received).messageUuid());
    assertThat(header(answer()).reference()).isEqualTo(header(received).messageUuid());
  }

  @Test
  void stateThatNobodyKnows_endsTheAttemptAndIsNamed() {
    Content received = XDemo.sample("1.0", "0100/minimal.xml");

    assertThatThrownBy(() -> replies.acknowledge(received, known(received), "", "", out))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("XOEV-E021")
        .hasMessageContaining("'quittung'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0900/minimal.xml", "0990/minimal.xml", "0995/minimal.xml"})
  void answers_areNeverAnswered(String sample) {
    Content received = XDemo.sample("1.0", sample);

    assertThatThrownBy(() -> replies.reject(received, known(received), List.of(), false, out))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("XOEV-E021");
    assertThatThrownBy(() -> replies.acknowledge(received, known(received), "", "90", out))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("XOEV-E021");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prozessnachrichten.rueckweisung.G2G.1100",
        "prozessnachrichten.eingangsbestaetigung.1120",
        "prozessnachrichten.generischeQuittierungEingang.1180",
        "administration.quittung.0020",
        "administration.returntosender.0910",
        "Aussonderung.AnbietungEmpfangBestaetigen.0504",
        "Abgabe.ImportBestaetigen.0402",
        "nachricht.gds.fehler.0005007",
        "nachricht.straf.fehlermitteilung.0500019",
        "nachricht.mfkreg.zurueckweisungVeroeffentlichung.3100009",
        "nachricht.gds.verarbeitungsbestaetigung.0005008",
        "nachricht.eeb.zuruecklaufend.2200007",
        "prozessnachrichten.generischeRueckmeldungAbruf.1181",
        "Allgemein.AllgemeineRueckmeldung.0610"
      })
  void namesOfAnswers_areKnown(String root) {
    assertThat(ReplyKind.isFinal(root)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "universellerAntrag.antrag.1200",
        "melderegister.bescheinigung.antrag.0300",
        "Aussonderung.Aussonderung.0503",
        "nachricht.eeb.zustellung.2200006",
        "baugenehmigung.bescheid.0205"
      })
  void namesOfOtherMessages_areNoAnswers(String root) {
    assertThat(ReplyKind.isFinal(root)).isFalse();
  }

  @Test
  void originalOfManyMegabytes_isStreamed() throws IOException {
    String name = "<xd:verwendungszweck>";
    byte[] padding = new byte[9_000_000];
    Arrays.fill(padding, (byte) ' ');
    String message =
        Demo.text("0300/minimal.xml") + new String(padding, StandardCharsets.US_ASCII) + name;
    Content received = Content.of(message.replace(name, "").getBytes(StandardCharsets.UTF_8));

    replies.reject(received, known(received), List.of(new Reason("S999", "x", "")), true, out);

    var options = ValidationOptions.ALL.withLevels(Level.parse("safe,charset,xsd"));
    assertThat(out.size()).isGreaterThan(12_000_000);
    assertThat(Demo.validate(answer(), options).verdict()).isEqualTo(Verdict.VALID);
  }

  private Content answer() {
    return Content.of(out.toByteArray());
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Content content) throws IOException {
    try (var in = content.open()) {
      return in.readAllBytes();
    }
  }

  private static Dispatch.Known known(Content received) throws IOException {
    return (Dispatch.Known) Demo.xoev().dispatch(received);
  }

  private static XoevHeader header(Content received) throws IOException {
    return Demo.xoev().header(received).orElseThrow();
  }
}
