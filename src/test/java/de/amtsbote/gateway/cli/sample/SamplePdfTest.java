package de.amtsbote.gateway.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SamplePdfTest {

  private static final int THREE_MEGABYTES = 3_000_000;
  private static final Pattern ENTRY = Pattern.compile("(\\d{10}) 00000 n ");

  @Test
  void document_hasAboutTheWantedSize() throws IOException {
    assertThat(pdf(THREE_MEGABYTES).length()).isCloseTo(THREE_MEGABYTES, within(5_000));
  }

  @Test
  void everyTableEntry_pointsToItsObject() throws IOException {
    String pdf = pdf(10_000);
    Matcher entry = ENTRY.matcher(pdf);

    int object = 0;
    while (entry.find()) {
      object++;
      assertThat(pdf.substring(Integer.parseInt(entry.group(1)))).startsWith(object + " 0 obj");
    }
    assertThat(object).isEqualTo(6);
  }

  @Test
  void document_endsWithTheAddressOfItsTable() throws IOException {
    String pdf = pdf(10_000);

    assertThat(pdf).endsWith("startxref\n" + pdf.indexOf("xref\n0 7") + "\n%%EOF\n");
  }

  @Test
  void document_isTheSameEachTime() throws IOException {
    assertThat(pdf(10_000)).isEqualTo(pdf(10_000));
  }

  private static String pdf(int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SamplePdf.write(out, "Anlage", size);
    return out.toString(StandardCharsets.ISO_8859_1);
  }
}
