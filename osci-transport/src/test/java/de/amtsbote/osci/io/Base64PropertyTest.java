package de.amtsbote.osci.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.amtsbote.osci.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Base64 is written in lines and read in whatever pieces it comes. */
class Base64PropertyTest {

  private static String lines(byte[] octets) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Base64Lines.encode(new ByteArrayInputStream(octets), text);
    return text.toString(StandardCharsets.US_ASCII);
  }

  private static byte[] decoded(String text, int piece) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
    try (Base64DecodingOutput out = new Base64DecodingOutput(octets)) {
      for (int at = 0; at < characters.length; at += piece) {
        out.write(characters, at, Math.min(piece, characters.length - at));
      }
    }
    return octets.toByteArray();
  }

  @Property(tries = 300, seed = Samples.SEED)
  void lines_areThoseOfTheJdk(@ForAll @IntRange(max = 120_000) int length, @ForAll long seed)
      throws IOException {
    byte[] octets = new byte[length];
    new Random(seed).nextBytes(octets);

    assertThat(lines(octets))
        .isEqualTo(Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(octets));
  }

  @Property(tries = 500, seed = Samples.SEED)
  void text_isReadInPiecesOfAnySize(
      @ForAll @Size(max = 400) byte[] octets, @ForAll @IntRange(min = 1, max = 90) int piece)
      throws IOException {
    String text = lines(octets);

    assertThat(decoded(text, piece)).isEqualTo(octets);
    assertThat(
            new Base64DecodingInput(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                .readAllBytes())
        .isEqualTo(octets);
  }

  @Property(tries = 500, seed = Samples.SEED)
  void whiteSpaceAnywhere_changesNothing(@ForAll @Size(max = 100) byte[] octets, @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    StringBuilder spaced = new StringBuilder();
    for (char c : lines(octets).toCharArray()) {
      spaced.append(c).append(" \t\r\n".substring(0, random.nextInt(5)));
    }

    assertThat(decoded(spaced.toString(), 7)).isEqualTo(octets);
  }

  @Property(tries = 500, seed = Samples.SEED)
  void anyOtherCharacter_isRefused(
      @ForAll @Size(max = 60) byte[] octets,
      @ForAll @IntRange(max = 255) int octet,
      @ForAll @IntRange(max = 80) int place)
      throws IOException {
    String text = lines(octets);
    int at = Math.min(place, text.length());
    String damaged = text.substring(0, at) + (char) octet + text.substring(at);
    boolean other = !String.valueOf((char) octet).matches("[A-Za-z0-9+/= \t\r\n]");

    Throwable refusal = catchThrowable(() -> decoded(damaged, 5));

    if (other) {
      assertThat(refusal).isInstanceOf(IOException.class);
    }
  }

  @Property(tries = 300, seed = Samples.SEED)
  void missingEnd_isRefused(@ForAll @Size(min = 1, max = 60) byte[] octets) throws IOException {
    String text = lines(octets);

    assertThat(catchThrowable(() -> decoded(text.substring(0, text.length() - 1), 9)))
        .isInstanceOf(IOException.class);
  }
}
