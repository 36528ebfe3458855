package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.xta.v31.PartSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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
    var wanted = URLDecoder.decode(contentId.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (message.getAttachments() != null) {
      for (var part : message.getAttachments()) {
        if (wanted.equals(part.getId()) || contentId.equals(part.getId())) {
          return part.getDataHandler().getInputStream();
        }
      }
    }
    throw new FileNotFoundException("no such part");
  }
}
