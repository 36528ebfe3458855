package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.xta.v31.PartSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.cxf.message.Message;

/**
 * The MIME parts of a message. A part that comes when it is asked for is read off the line; only
 * one that comes before its turn is kept, on disk under a key in memory if it is large.
 */
public final class MimeParts implements PartSource {

  private final Message message;

  /** The parts of the message that CXF reads. */
  public MimeParts(Message message) {
    this.message = message;
  }

  @Override
  public InputStream open(String contentId) throws IOException {
    try {
      var names = names(contentId);
      if (message.getAttachments() != null) {
        for (var part : message.getAttachments()) {
          if (names.contains(part.getId())) {
            return part.getDataHandler().getInputStream();
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw missing(e);
    }
    throw missing(null);
  }

  /** A percent sign that encodes nothing, for one, makes an id that names no part. */
  private static IOException missing(Exception cause) {
    var missing = new FileNotFoundException("no such part");
    missing.initCause(cause);
    return missing;
  }

  /**
   * What CXF may call the part that is meant (it reads ids as if they came from a form): an address
   * encodes what stands in the id (RFC 2392), and some clients write it as it stands.
   */
  private static Set<String> names(String contentId) {
    var plain = URLDecoder.decode(contentId.replace("+", "%2B"), StandardCharsets.UTF_8);
    var names = new HashSet<>(List.of(contentId, plain));
    names.add(URLDecoder.decode(contentId, StandardCharsets.UTF_8));
    if (isEncoded(plain)) {
      names.add(URLDecoder.decode(plain, StandardCharsets.UTF_8));
    }
    return names;
  }

  private static boolean isEncoded(String text) {
    return !text.replaceAll("%[0-9A-Fa-f]{2}", "").contains("%");
  }
}
