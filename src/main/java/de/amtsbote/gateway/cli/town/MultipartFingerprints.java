package de.amtsbote.gateway.cli.town;

import de.amtsbote.gateway.cli.sample.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.fileupload.MultipartStream;

/** Fingerprints of the parts of a multipart body, read as a stream. */
final class MultipartFingerprints {

  private static final int BUFFER = 64 * 1024;
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

  private MultipartFingerprints() {}

  static List<String> of(InputStream body, String contentType) throws IOException {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new IOException("a multipart body without a boundary");
    }
    MultipartStream parts =
        new MultipartStream(
            body, boundary.group(1).getBytes(StandardCharsets.ISO_8859_1), BUFFER, null);
    List<String> fingerprints = new ArrayList<>();
    for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
      parts.readHeaders();
      Fingerprint.Sink sink = new Fingerprint.Sink();
      parts.readBodyData(sink);
      fingerprints.add(sink.fingerprint());
    }
    return fingerprints;
  }
}
