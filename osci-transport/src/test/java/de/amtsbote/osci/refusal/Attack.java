package de.amtsbote.osci.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.crypto.SoftwareKeys;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Base64Lines;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import de.amtsbote.osci.xml.Namespaces;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * Makes honest messages, damages them, and looks how they are refused; nothing may be left behind.
 */
final class Attack {

  static final OrderSecurity SIGNED = new OrderSecurity(Parties.ORIGINATOR_SIGNATURE, null);
  static final OrderSecurity FULL =
      new OrderSecurity(Parties.ORIGINATOR_SIGNATURE, Parties.INTERMEDIARY_CIPHER.certificate());

  private AlgorithmPolicy writing = AlgorithmPolicy.standard();
  private AlgorithmPolicy reading = AlgorithmPolicy.standard();
  private ReadLimits limits = ReadLimits.DEFAULT;
  private Expectations expectations = Expectations.NONE;
  private List<KeyOperations> transportKeys = List.of(Parties.INTERMEDIARY_CIPHER);
  private List<SoftwareKeys> readerKeys = List.of(Parties.ADDRESSEE_CIPHER);

  Attack writing(AlgorithmPolicy policy) {
    writing = policy;
    return this;
  }

  Attack reading(AlgorithmPolicy policy) {
    reading = policy;
    return this;
  }

  Attack limits(ReadLimits value) {
    limits = value;
    return this;
  }

  Attack expecting(Expectations value) {
    expectations = value;
    return this;
  }

  Attack transportKey(KeyOperations key) {
    transportKeys = List.of(key);
    return this;
  }

  Attack readerKey(SoftwareKeys key) {
    readerKeys = List.of(key);
    return this;
  }

  /** Two data and two attachments, signed by the originator. */
  static ContentContainer.Builder container() {
    return ContentContainer.builder("container0")
        .data("content0", Samples.PAYLOAD)
        .data("content1", "zweiter Inhalt".getBytes(StandardCharsets.UTF_8))
        .attachment("content2", "a.bin", ContentSource.of(Samples.octets(300)))
        .attachment("content3", "b.bin", ContentSource.of(Samples.octets(301)))
        .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE));
  }

  /** The container for everybody to read. */
  static ContentPackage plain() {
    return ContentPackage.of(container().build());
  }

  /** The container for the addressee. */
  static ContentPackage encrypted() {
    return ContentPackage.of(Samples.encrypted(container().build()));
  }

  byte[] message(ContentPackage content, OrderSecurity security) {
    return message(Samples.store(content), security);
  }

  byte[] message(OutgoingMessage message, OrderSecurity security) {
    try (ComposedMessage composed =
        new MessageComposer(Spool.temporary(), writing).compose(message, security)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      composed.writeTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the text of a message; the change must change something. */
  static byte[] edit(byte[] message, UnaryOperator<String> change) {
    String before = new String(message, StandardCharsets.ISO_8859_1);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    return after.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Signs the changed SignedInfo of the order signature again, as only the originator could. */
  static byte[] resign(byte[] message) {
    return edit(
        message,
        text -> {
          int start = text.indexOf("<ds:SignedInfo>");
          int end = text.indexOf("</ds:SignedInfo>") + "</ds:SignedInfo>".length();
          String canonical =
              text.substring(start, end)
                  .replace("<ds:SignedInfo>", "<ds:SignedInfo" + Namespaces.DECLARATIONS + ">");
          int value = text.indexOf("<ds:SignatureValue>") + "<ds:SignatureValue>".length();
          int valueEnd = text.indexOf("</ds:SignatureValue>");
          try {
            byte[] signature =
                Parties.ORIGINATOR_SIGNATURE.sign(
                    SignatureAlgorithm.RSA_SHA256, canonical.getBytes(StandardCharsets.UTF_8));
            return text.substring(0, value) + Base64Lines.of(signature) + text.substring(valueEnd);
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Reads and opens; gives the refusal. */
  OsciException refusal(byte[] message) throws IOException {
    Path folder = Files.createTempDirectory("attack");
    try {
      OsciException refusal =
          Assertions.catchThrowableOfType(OsciException.class, () -> open(message, folder));
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).as("temporary files").isEmpty();
      }
      return refusal;
    } finally {
      Files.delete(folder);
    }
  }

  /** Reads and opens what must be fine. */
  void assertAccepted(byte[] message) throws IOException {
    assertThat(refusal(message)).isNull();
  }

  void assertRefused(byte[] message, Rule rule) throws IOException {
    OsciException refusal = refusal(message);
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.rule()).isEqualTo(rule);
  }

  /** Changes the plain delivery that nobody signed on its way, which must be refused then. */
  void assertRefused(UnaryOperator<String> change, Rule rule) throws IOException {
    assertRefused(edit(message(plain(), OrderSecurity.NONE), change), rule);
  }

  private OpenedContent open(byte[] octets, Path folder) throws IOException {
    Spool spool = new Spool(folder, 64, Long.MAX_VALUE);
    MessageReader reader = new MessageReader(spool, reading, limits, transportKeys);
    try (IncomingMessage message = reader.read(new ByteArrayInputStream(octets), expectations)) {
      return message.open(readerKeys);
    }
  }
}
