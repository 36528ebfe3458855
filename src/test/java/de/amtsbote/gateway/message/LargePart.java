package de.amtsbote.gateway.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.postgresql.ds.PGSimpleDataSource;

/** Stores a part of 160 MiB, reads it back and says whether it is the same. */
final class LargePart {

  private static final long SIZE = 160L * 1024 * 1024;

  private LargePart() {}

  public static void main(String[] arguments) throws IOException {
    var source = new PGSimpleDataSource();
    source.setUrl(arguments[0]);
    var kit = new MessageKit(source, Path.of(arguments[1], "spool"));
    MessageId id;
    String stored;
    try (var intake = kit.store.intake()) {
      stored = intake.add(PartRole.PAYLOAD, "payload", "text/xml", new Pattern()).sha256();
      id = intake.commit(MessageKit.message(null)).id();
    }
    try (var content = new DigestInputStream(kit.store.open(id, 0), Sha256.start())) {
      content.transferTo(OutputStream.nullOutputStream());
      var read = HexFormat.of().formatHex(content.getMessageDigest().digest());
      System.out.println(read.equals(stored) ? "same" : "different");
    }
  }

  private static final class Pattern extends InputStream {

    private long position;

    @Override
    public int read() {
      return position == SIZE ? -1 : (int) (position++ * 31 >>> 3) & 0xff;
    }
  }
}
