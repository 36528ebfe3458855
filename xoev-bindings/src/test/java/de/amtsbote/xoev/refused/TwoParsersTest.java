package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import de.amtsbote.xoev.xml.Encoding;
import de.amtsbote.xoev.xml.Xml;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** What this library calls well-formed is what the JDK's parser calls well-formed. */
class TwoParsersTest {

  private static final int TURNS = 400;
  private static final ValidationOptions SAFE =
      ValidationOptions.ALL.withLevels(Level.parse("safe"));

  @ParameterizedTest
  @ValueSource(strings = {"0100/maximal.xml", "0930/maximal.xml"})
  void damagedMessage_isWellFormedForBothOrForNone(String sample) throws IOException {
    byte[] message;
    try (var in = XDemo.sample("1.0", sample).open()) {
      message = in.readAllBytes();
    }
    String text = new String(message, StandardCharsets.UTF_8);
    byte[] head =
        text.substring(0, text.indexOf("</nachrichtenkopf")).getBytes(StandardCharsets.UTF_8);
    var random = new Random(sample.hashCode());
    int broken = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      byte[] tail = MutationTest.damaged(tail(message, head.length), random);
      byte[] damaged = joined(head, tail);
      boolean ours = isWellFormed(damaged);
      assertThat(ours)
          .as(new String(damaged, StandardCharsets.UTF_8))
          .isEqualTo(isWellFormedForTheJdk(damaged));
      broken += ours ? 0 : 1;
    }
    assertThat(broken).isBetween(TURNS / 10, TURNS * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>&undeclared;</a>",
        "<a b='&undeclared;'/>",
        "<a>&#1;</a>",
        "<a>&#xD800;</a>",
        "<a>&#x110000;</a>",
        "<a>]]></a>",
        "<a b='<'/>",
        "<a b='1' b='2'/>",
        "<a xmlns:x='urn:1' xmlns:y='urn:1' x:b='1' y:b='2'/>",
        "<p:a/>",
        "<a xmlns:p=''/>",
        "<a xmlns:xml='urn:1'/>",
        "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
        "<a:b:c/>",
        "<?xml version='1.0'?>",
        "<?XML a?>",
        "<!-- a -- b -->",
        "<a\u00A0b='1'/>",
        "<\u0660/>",
        "<a>\uFFFE</a>",
        "<a>\u0085</a>",
        "<a b=\"1\"c=\"2\"/>",
        "<![CDATA[]]>",
        "<a b='\t\n'/>",
        "<!DOCTYPE a>"
      })
  void oddMarkup_isWellFormedForBothOrForNone(String markup) throws IOException {
    String message =
        Demo.message().replaceFirst("<xd:antragsteller", Matcher.quoteReplacement(markup) + "$0");
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);

    assertThat(isWellFormed(bytes)).isEqualTo(isWellFormedForTheJdk(bytes));
  }

  private static boolean isWellFormed(byte[] message) throws IOException {
    var report = Demo.validate(Content.of(message), SAFE);
    return report.findings().stream()
        .noneMatch(
            it ->
                it.code().equals(FindingCode.NOT_WELL_FORMED.code())
                    || it.code().equals(FindingCode.DOCTYPE.code()));
  }

  private static boolean isWellFormedForTheJdk(byte[] message) throws IOException {
    var reader = Xml.messageReader();
    reader.setErrorHandler(
        new DefaultHandler() {
          @Override
          public void fatalError(SAXParseException error) throws SAXException {
            throw error;
          }
        });
    try {
      reader.parse(Xml.messageSource(new ByteArrayInputStream(message), Encoding.UTF_8));
      return true;
    } catch (SAXException | CharConversionException broken) {
      return false;
    }
  }

  private static byte[] tail(byte[] message, int from) {
    return Arrays.copyOfRange(message, from, message.length);
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] all = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, all, head.length, tail.length);
    return all;
  }
}
