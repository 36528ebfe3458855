package de.amtsbote.gateway.cli.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a readable PDF with one page of text over a picture of noise, which fixes its size. */
final class SamplePdf {

  private static final int PICTURE_WIDTH = 1024;
  private static final int BYTES_PER_PIXEL = 3;

  private final OutputStream out;
  private final List<Long> objectOffsets = new ArrayList<>();
  private long written;

  private SamplePdf(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes the document and leaves the stream open.
   *
   * @param size approximate length in bytes, reached by the height of the picture
   */
  static void write(OutputStream out, String title, int size) throws IOException {
    int rows = Math.max(1, size / (PICTURE_WIDTH * BYTES_PER_PIXEL));
    new SamplePdf(out).document(title, rows);
  }

  private void document(String title, int rows) throws IOException {
    text("%PDF-1.4\n");
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            + " /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >> >>");
    String page = "q 495 0 0 600 50 60 cm /Im1 Do Q BT /F1 18 Tf 50 780 Td (" + title + ") Tj ET";
    object("<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    picture(rows);
    trailer();
  }

  private void object(String content) throws IOException {
    objectOffsets.add(written);
    text(objectOffsets.size() + " 0 obj\n" + content + "\nendobj\n");
  }

  private void picture(int rows) throws IOException {
    objectOffsets.add(written);
    text(
        objectOffsets.size()
            + " 0 obj\n<< /Type /XObject /Subtype /Image /Width "
            + PICTURE_WIDTH
            + " /Height "
            + rows
            + " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length "
            + (long) rows * PICTURE_WIDTH * BYTES_PER_PIXEL
            + " >>\nstream\n");
    Random noise = new Random(rows);
    byte[] row = new byte[PICTURE_WIDTH * BYTES_PER_PIXEL];
    for (int i = 0; i < rows; i++) {
      noise.nextBytes(row);
      bytes(row);
    }
    text("\nendstream\nendobj\n");
  }

  private void trailer() throws IOException {
    long start = written;
    int entries = objectOffsets.size() + 1;
    text("xref\n0 " + entries + "\n0000000000 65535 f \n");
    for (long offset : objectOffsets) {
      text("%010d 00000 n \n".formatted(offset));
    }
    text("trailer\n<< /Size " + entries + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
  }

  private void text(String text) throws IOException {
    bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void bytes(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }
}
