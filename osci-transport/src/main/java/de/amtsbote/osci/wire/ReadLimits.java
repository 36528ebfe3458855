package de.amtsbote.osci.wire;

/**
 * Limits against messages that want too much.
 *
 * @param messageSize octets of a whole message
 * @param partSize octets of one attachment
 * @param parts number of MIME parts
 * @param xmlSize octets of the XML part
 * @param headerSize octets of all header blocks together; names, attributes and short texts of a
 *     document may be twice as long
 * @param depth nesting of elements
 * @param attributes attributes and name space declarations of one element
 * @param nesting containers inside of containers
 */
public record ReadLimits(
    long messageSize,
    long partSize,
    int parts,
    long xmlSize,
    int headerSize,
    int depth,
    int attributes,
    int nesting) {

  private static final long GIB = 1L << 30;

  /** 4 GiB per message and attachment, 1,000 parts, 512 MiB of XML, 8 MiB of header. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(4 * GIB, 4 * GIB, 1000, GIB / 2, 8 << 20, 64, 64, 8);

  /** The usual limits, but for messages, attachments and XML of at most so many octets. */
  public static ReadLimits upTo(long size) {
    return new ReadLimits(
        size,
        size,
        DEFAULT.parts,
        Math.min(size, DEFAULT.xmlSize),
        DEFAULT.headerSize,
        DEFAULT.depth,
        DEFAULT.attributes,
        DEFAULT.nesting);
  }
}
