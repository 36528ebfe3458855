package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.xta.v31.PartSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.io.CachedOutputStream;
import org.apache.cxf.message.ExchangeImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;

/**
 * An answer, which may lie in several MIME parts.
 *
 * @param envelope the first part
 * @param parts all others
 */
record MimeAnswer(InputStream envelope, PartSource parts) {

  private static final int MOST_PARTS = 500;
  private static final String SPOOL = System.getProperty("java.io.tmpdir");

  static {
    // what comes before its turn is kept in files whose key lives in memory only
    CachedOutputStream.setDefaultCipherTransformation("AES/CTR/NoPadding");
  }

  static MimeAnswer of(String contentType, InputStream octets) throws IOException {
    var message = new MessageImpl();
    message.setExchange(new ExchangeImpl());
    message.put(Message.CONTENT_TYPE, contentType);
    message.put(AttachmentDeserializer.ATTACHMENT_MAX_COUNT, MOST_PARTS);
    message.put(AttachmentDeserializer.ATTACHMENT_DIRECTORY, Path.of(SPOOL).toString());
    message.setContent(InputStream.class, octets);
    if (contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      new AttachmentDeserializer(message).initializeAttachments();
    }
    return new MimeAnswer(message.getContent(InputStream.class), new MimeParts(message));
  }
}
