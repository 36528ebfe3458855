package de.amtsbote.gateway.way;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP container that is put together entry by entry. */
final class Zip {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  Zip with(String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
    return this;
  }

  /** The same entries as other bytes. */
  Zip uncompressed() {
    zip.setLevel(Deflater.NO_COMPRESSION);
    return this;
  }

  byte[] bytes() throws IOException {
    zip.close();
    return bytes.toByteArray();
  }
}
