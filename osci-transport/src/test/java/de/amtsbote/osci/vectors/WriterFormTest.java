package de.amtsbote.osci.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Shared;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message of the reference library, read and composed again, has the same octets. */
class WriterFormTest {

  static List<String> vectors() {
    return Shared.vectorNames("accept");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readMessage_isComposedToTheSameOctets(String name) throws IOException {
    assumeFalse(name.equals(Shared.ABSENT), Shared.ABSENT);
    boolean encrypted = Files.exists(Shared.vectorFile(name).resolve("inner.bin"));
    byte[] original =
        Files.readAllBytes(Shared.vectorFile(name + (encrypted ? "/inner.bin" : "/message.bin")));
    Spool spool = Spool.temporary();
    MessageReader reader =
        new MessageReader(spool, AlgorithmPolicy.legacyPartner(), ReadLimits.DEFAULT, List.of());

    try (IncomingMessage read =
        reader.read(new ByteArrayInputStream(original), Expectations.NONE)) {
      OutgoingMessage again =
          new OutgoingMessage(
              read.type(),
              read.control(),
              read.order(),
              read.certificates(),
              read.languages(),
              read.qualities(),
              read.features().orElse(null),
              read.headers(),
              read.content().elements().isEmpty() ? ContentPackage.EMPTY : read.content());
      try (ComposedMessage composed =
          new MessageComposer(spool, AlgorithmPolicy.standard())
              .compose(again, OrderSecurity.NONE)) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        composed.writeTo(out);
        assertThat(comparable(out.toByteArray())).isEqualTo(comparable(original));
      }
    }
  }

  /**
   * Without the boundary, which is random, the order signature, which is not made again,
   * milliseconds that are zero, and the transfer encoding of old libraries.
   */
  private static String comparable(byte[] message) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    return text.replaceAll(":(\\d\\d)\\.000([+Z])", ":$1$2")
        .replaceAll("MIME_boundary_[A-Za-z0-9+/]{32}", "BOUNDARY")
        .replaceAll("(?s)<osci:(Client|Supplier)Signature .*?</osci:\\1Signature>", "")
        .replaceAll("(?s)base64\r\n(Content-ID: <[^>]*>\r\n).*", "8-bit\r\n$1")
        .replaceAll("(?s)(8-bit\r\nContent-ID: <[^>]*>\r\n).*", "$1");
  }
}
