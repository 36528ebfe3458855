package de.amtsbote.osci.fuzz;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.testing.Shared;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where fuzzing starts: one message of each type made here, and the recorded ones where they are.
 */
final class Seeds {

  static final String HEAD =
      "MIME-Version: 1.0\r\nContent-Type: Multipart/Related; boundary=B; type=text/xml\r\n\r\n--B\r\n"
          + "Content-Type: text/xml; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n"
          + "Content-ID: <osci@message>\r\n\r\n";
  static final String TAIL =
      "\r\n--B\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n"
          + "Content-ID: <anlage.bin>\r\n\r\nabc\r\n--B--\r\n";
  static final List<SoftwareKeys> KEYS =
      List.of(Parties.INTERMEDIARY_CIPHER, Parties.ADDRESSEE_CIPHER, Parties.READER_CIPHER);

  private static final int LARGEST = 40_000;
  private static final String PACKAGE = "<osci:ContentPackage>";
  private static final String PACKAGE_END = "</osci:ContentPackage>";

  private Seeds() {}

  /** Whole messages. */
  static List<byte[]> messages() {
    List<byte[]> seeds = new ArrayList<>();
    for (OutgoingMessage message : Samples.all()) {
      seeds.add(composed(message, OrderSecurity.NONE));
      seeds.add(composed(message, Samples.fullSecurity(message)));
    }
    for (String name : Shared.vectorNames()) {
      if (!name.equals(Shared.ABSENT)) {
        Path file = Shared.vectorFile(name).resolve("message.bin");
        seeds.add(content(file));
      }
    }
    seeds.removeIf(seed -> seed.length > LARGEST);
    return seeds;
  }

  /** The XML of the messages that are not encrypted. */
  static List<byte[]> envelopes() {
    return messages().stream()
        .map(Seeds::text)
        .map(text -> between(text, "<soap:Envelope", "</soap:Envelope>"))
        .filter(text -> !text.isEmpty())
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }

  /** What stands in a content package. */
  static List<byte[]> contents() {
    return messages().stream()
        .map(Seeds::text)
        .map(text -> between(text, PACKAGE, PACKAGE_END))
        .filter(text -> !text.isEmpty())
        .map(text -> text.substring(PACKAGE.length(), text.length() - PACKAGE_END.length()))
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }

  /** An unprotected storeDelivery with this in its content package. */
  static String messageAround(String content) {
    String text = text(EMPTY);
    return text.replace(PACKAGE + PACKAGE_END, PACKAGE + content + PACKAGE_END);
  }

  private static final byte[] EMPTY =
      composed(Samples.store(ContentPackage.EMPTY), OrderSecurity.NONE);

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start);
    int to = text.indexOf(end);
    return from < 0 || to < from ? "" : text.substring(from, to + end.length());
  }

  private static byte[] composed(OutgoingMessage message, OrderSecurity security) {
    MessageComposer composer = new MessageComposer(Spool.temporary(), AlgorithmPolicy.standard());
    try (ComposedMessage composed = composer.compose(message, security)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      composed.writeTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
