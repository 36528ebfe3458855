package de.amtsbote.osci.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is composed with any structure, names, sizes and algorithms is read as it was. */
class RoundTripPropertyTest {

  @Provide
  Arbitrary<Written> algorithms() {
    Arbitrary<SignatureAlgorithm> signatures =
        Arbitraries.of(SignatureAlgorithm.class)
            .filter(a -> a.digest() != DigestAlgorithm.SHA1)
            .filter(a -> a.kind() != SignatureAlgorithm.Kind.ECDSA);
    return Combinators.combine(
            Arbitraries.of(DigestAlgorithm.class).filter(d -> d != DigestAlgorithm.SHA1),
            signatures,
            Arbitraries.of(CipherAlgorithm.class),
            Arbitraries.of(12, 16),
            Arbitraries.of(
                KeyTransport.OAEP_SHA256, KeyTransport.OAEP_SHA512, KeyTransport.RSA_1_5))
        .as(Written::new);
  }

  /** Any subject and message id that XML can carry. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("aZ09 <>&\"'\n\täß€𝄞\u0300".replace("𝄞", ""))
        .ofMinLength(1)
        .ofMaxLength(40);
  }

  /** Makes containers by chance and remembers what is in them. */
  private static final class Maker {
    final Map<String, byte[]> made = new TreeMap<>();
    private final Random random;
    private int number;

    Maker(long seed) {
      random = new Random(seed);
    }

    private byte[] octets(String id) {
      int[] sizes = {0, 1, 15, 16, 17, 56, 57, 58, 1000, 70_000};
      byte[] octets = new byte[sizes[random.nextInt(sizes.length)]];
      random.nextBytes(octets);
      made.put(id, octets);
      return octets;
    }

    ContentContainer container(int depth) {
      ContentContainer.Builder builder = ContentContainer.builder("container" + number++);
      for (int i = random.nextInt(3); i >= 0; i--) {
        String id = "id." + number++ + "-ä";
        switch (random.nextInt(depth > 2 ? 2 : 4)) {
          case 0 -> builder.data(id, octets(id));
          case 1 -> builder.attachment(id, "a_" + number++ + ".x-y", ContentSource.of(octets(id)));
          case 2 -> builder.nested(id, container(depth + 1));
          default -> builder.encrypted(encrypted(depth + 1));
        }
      }
      if (random.nextBoolean()) {
        builder.signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE));
      }
      if (random.nextInt(3) == 0) {
        builder.signer(ContentSigner.otherAuthor(0, Parties.EC_AUTHOR).at(Samples.TIME));
      }
      return builder.build();
    }

    EncryptedContainer encrypted(int depth) {
      return new EncryptedContainer(
          "encrypted" + number++,
          container(depth),
          random.nextBoolean()
              ? List.of(Parties.ADDRESSEE)
              : List.of(Parties.READER, Parties.ADDRESSEE));
    }

    ContentPackage content() {
      List<EncryptedContainer> encrypted = new ArrayList<>();
      List<ContentContainer> plain = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        if (random.nextBoolean()) {
          encrypted.add(encrypted(0));
        } else {
          plain.add(container(0));
        }
      }
      return new ContentPackage.Composed(encrypted, plain);
    }
  }

  private static void collect(List<OpenedContainer> containers, Map<String, byte[]> found)
      throws IOException {
    for (OpenedContainer container : containers) {
      for (OpenedItem item : container.items()) {
        if (item instanceof OpenedItem.Nested nested) {
          collect(List.of(nested.container()), found);
        } else {
          found.put(item.refId(), Wire.octets(container, item.refId()));
        }
      }
      collect(container.encrypted(), found);
    }
  }

  @Property(tries = 60, seed = Samples.SEED)
  void message_isReadAsItWasComposed(
      @ForAll("algorithms") Written written,
      @ForAll("texts") String text,
      @ForAll boolean signed,
      @ForAll boolean encrypted,
      @ForAll long seed)
      throws IOException {
    Maker maker = new Maker(seed);
    OutgoingMessage sample = Samples.store(maker.content());
    OutgoingMessage message =
        OutgoingMessage.of(sample.type(), sample.control())
            .order(Order.builder().messageId(new MessageId(text)).subject(text).build())
            .certificates(sample.certificates())
            .content(sample.content())
            .build();
    OrderSecurity security =
        new OrderSecurity(
            signed ? Parties.ORIGINATOR_SIGNATURE : null,
            encrypted ? Parties.INTERMEDIARY_CIPHER.certificate() : null);
    Wire wire =
        new Wire(AlgorithmPolicy.standard().writing(written), AlgorithmPolicy.legacyPartner());

    try (IncomingMessage read = wire.read(wire.compose(message, security))) {
      Map<String, byte[]> found = new TreeMap<>();
      collect(read.open(List.of(Parties.ADDRESSEE_CIPHER)).containers(), found);

      assertThat(read.orderSignature().isPresent()).isEqualTo(signed);
      assertThat(read.transport().isPresent()).isEqualTo(encrypted);
      assertThat(read.order().subject()).isEqualTo(text);
      assertThat(read.order().messageId().value()).isEqualTo(text);
      assertThat(found.keySet()).isEqualTo(maker.made.keySet());
      maker.made.forEach((id, octets) -> assertThat(found.get(id)).isEqualTo(octets));
    }
  }
}
