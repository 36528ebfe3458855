package de.amtsbote.gateway.route.content;

import de.amtsbote.gateway.message.Part;
import jakarta.activation.DataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A stored part as an attachment of an exchange. */
final class StoredAttachment implements DataSource {

  private final Part part;
  private final RoutePart.Source source;

  StoredAttachment(Part part, RoutePart.Source source) {
    this.part = part;
    this.source = source;
  }

  Part part() {
    return part;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return source.open();
  }

  @Override
  public OutputStream getOutputStream() {
    throw new UnsupportedOperationException("a stored part does not change");
  }

  @Override
  public String getContentType() {
    return part.mediaType();
  }

  @Override
  public String getName() {
    return part.name();
  }
}
