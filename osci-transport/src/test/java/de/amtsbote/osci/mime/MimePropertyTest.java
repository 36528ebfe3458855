package de.amtsbote.osci.mime;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.io.BulkInput;
import de.amtsbote.osci.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is packed comes out again, whatever it looks like and in whatever pieces it arrives. */
class MimePropertyTest {

  private static final String BOUNDARY = "MIME_boundary_a+b/c=z";
  private static final MimeLimits LIMITS = new MimeLimits(1 << 24, 1 << 24, 100);

  /** Octets full of things that look like a boundary. */
  @Provide
  Arbitrary<byte[]> tricky() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "\r\n--",
            "\r\n",
            "--",
            "\r",
            "\n",
            "MIME_boundary_a+b/c=",
            "\r\n--MIME_boundary_a+b/c",
            "\r\n\r\n--MIME",
            "x",
            "\u0000\u00ff",
            "=");
    return Arbitraries.oneOf(
            pieces.list().ofMaxSize(30).map(list -> String.join("", list)),
            Arbitraries.integers().between(32_700, 32_800).map(n -> "\r\n--M".repeat(n / 5)))
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] packed(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MimeWriter.head(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    out.writeBytes("<envelope/>".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < parts.size(); i++) {
      String head = MimeWriter.attachment(BOUNDARY, "part" + i, parts.get(i).length);
      out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      out.writeBytes(parts.get(i));
    }
    out.writeBytes(MimeWriter.tail(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static List<byte[]> unpacked(InputStream in, byte[] message) throws IOException {
    List<byte[]> parts = new ArrayList<>();
    MimeReader reader = new MimeReader(in, LIMITS);
    reader.next();
    for (MimePart part = reader.next(); part != null; part = reader.next()) {
      byte[] octets = part.body().readAllBytes();
      int from = (int) part.offset();
      assertThat(Arrays.copyOfRange(message, from, from + octets.length)).isEqualTo(octets);
      parts.add(octets);
    }
    return parts;
  }

  /** Gives so many octets at a time as chance will have it. */
  private static InputStream trickling(byte[] octets, long seed) {
    InputStream in = new ByteArrayInputStream(octets);
    Random random = new Random(seed);
    return new BulkInput() {
      @Override
      public int read(byte[] target, int offset, int count) throws IOException {
        return in.read(target, offset, Math.min(count, 1 + random.nextInt(40)));
      }
    };
  }

  @Property(tries = 300, seed = Samples.SEED)
  void parts_comeOutAsTheyWentIn(
      @ForAll @Size(max = 5) List<@From("tricky") byte[]> parts, @ForAll long seed)
      throws IOException {
    byte[] message = packed(parts);

    assertThat(unpacked(trickling(message, seed), message)).containsExactlyElementsOf(parts);
  }

  @Property(tries = 200, seed = Samples.SEED)
  void anyOctets_comeOutAsTheyWentIn(@ForAll @IntRange(max = 100_000) int length, @ForAll long seed)
      throws IOException {
    byte[] octets = new byte[length];
    new Random(seed).nextBytes(octets);
    byte[] message = packed(List.of(octets));

    assertThat(unpacked(new ByteArrayInputStream(message), message)).containsExactly(octets);
  }
}
