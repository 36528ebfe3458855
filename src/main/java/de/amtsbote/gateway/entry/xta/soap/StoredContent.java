package de.amtsbote.gateway.entry.xta.soap;

import de.amtsbote.gateway.delivery.MediaTypes;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Content that is opened when it is sent, and never held. */
public final class StoredContent implements DataSource {

  private final String mediaType;
  private final Source source;

  private StoredContent(String mediaType, Source source) {
    this.mediaType = mediaType;
    this.source = source;
  }

  /** Opens the octets from their start. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /** Content for a MIME part, in whose head an author's text stands only if it is a media type. */
  public static DataHandler of(String mediaType, Source source) {
    return new DataHandler(new StoredContent(MediaTypes.safe(mediaType), source));
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return source.open();
  }

  @Override
  public OutputStream getOutputStream() {
    throw new UnsupportedOperationException("stored content is not written to");
  }

  @Override
  public String getContentType() {
    return mediaType;
  }

  @Override
  public String getName() {
    return null;
  }
}
