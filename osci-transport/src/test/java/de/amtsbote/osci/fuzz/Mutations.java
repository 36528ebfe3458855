package de.amtsbote.osci.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages messages in the ways that parsers dislike; the same seed gives the same damage. */
final class Mutations {

  private static final List<String> DICTIONARY =
      List.of(
          "\r\n",
          "--",
          "\r\n--MIME_boundary",
          "<!DOCTYPE a [<!ENTITY b \"c\">]>",
          "&b;",
          "&#0;",
          "<![CDATA[",
          "]]>",
          "<!--",
          "<?x?>",
          "</soap:Envelope>",
          "<soap:Body Id=\"body\">",
          " Id=\"controlblock\"",
          " Id=\"body\"",
          "#body",
          "cid:",
          "xmlns:osci=\"urn:x\"",
          "Content-Length: -1\r\n",
          "Content-Transfer-Encoding: base64\r\n",
          "=",
          "====",
          "\u0000",
          "\uFEFF",
          "ConversationId=\"99999999999999999999999\"",
          "ChunkNumber=\"-1\"",
          "2026-13-45T99:99:99Z");

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  byte[] damage(byte[] message) {
    var damaged = message.clone();
    for (int i = 1 + random.nextInt(4); i > 0 && damaged.length > 0; i--) {
      damaged = damageOnce(damaged);
    }
    return damaged;
  }

  private byte[] damageOnce(byte[] message) {
    int at = random.nextInt(message.length);
    int count = 1 + random.nextInt(Math.min(200, message.length));
    int end = Math.min(message.length, at + count);
    return switch (random.nextInt(7)) {
      case 0 -> flipped(message, at);
      case 1 -> Arrays.copyOf(message, at);
      case 2 -> replaced(message, at, end, new byte[0]);
      case 3 -> replaced(message, at, at, Arrays.copyOfRange(message, at, end));
      case 4 -> replaced(message, at, end, octets());
      case 5 -> replaced(message, at, at, word());
      default -> moved(message, at, end);
    };
  }

  private byte[] flipped(byte[] message, int at) {
    var damaged = message.clone();
    damaged[at] ^= (byte) (1 << random.nextInt(8));
    return damaged;
  }

  private byte[] moved(byte[] message, int at, int end) {
    var piece = Arrays.copyOfRange(message, at, end);
    var without = replaced(message, at, end, new byte[0]);
    int to = without.length == 0 ? 0 : random.nextInt(without.length);
    return replaced(without, to, to, piece);
  }

  private byte[] octets() {
    var octets = new byte[random.nextInt(100)];
    random.nextBytes(octets);
    return octets;
  }

  private byte[] word() {
    return DICTIONARY.get(random.nextInt(DICTIONARY.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replaced(byte[] message, int from, int to, byte[] by) {
    var out = new ByteArrayOutputStream(message.length + by.length);
    out.write(message, 0, from);
    out.writeBytes(by);
    out.write(message, to, message.length - to);
    return out.toByteArray();
  }
}
