package de.amtsbote.gateway.xta.v31;

import java.io.IOException;
import java.io.InputStream;

/** Finds the MIME part that an element refers to (XOP). */
@FunctionalInterface
public interface PartSource {

  /**
   * The octets of the part with this Content-ID.
   *
   * @throws java.io.FileNotFoundException when there is no such part
   */
  InputStream open(String contentId) throws IOException;
}
