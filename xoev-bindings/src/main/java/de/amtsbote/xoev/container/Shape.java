package de.amtsbote.xoev.container;

import java.util.zip.ZipEntry;

/**
 * What an entry and the table of contents both say of it.
 *
 * @param start where its header begins, in bytes from the start of the container
 * @param method how it is packed
 * @param crc checksum of the unpacked bytes
 * @param packed bytes in the container
 * @param size bytes when unpacked
 */
record Shape(long start, int method, long crc, long packed, long size) {

  /** Of an entry that was read to its end and whose checksum was compared. */
  static Shape of(long start, ZipEntry read) {
    return new Shape(
        start, read.getMethod(), read.getCrc(), read.getCompressedSize(), read.getSize());
  }
}
