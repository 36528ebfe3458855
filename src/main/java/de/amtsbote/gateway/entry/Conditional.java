package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.Sha256;
import de.amtsbote.gateway.message.version.Version;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers whoever has the newest version already with 304, without reading the message. */
final class Conditional {

  private static final int TAG_BYTES = 16;

  private Conditional() {}

  /** True when the answer is 304 and complete; else the headers of the answer are set. */
  static boolean isNotModified(ServletWebRequest request, Version version) {
    return request.checkNotModified(tag(version));
  }

  /** Kept by whoever asked, and asked about each time. */
  static ResponseEntity.BodyBuilder fresh() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate());
  }

  private static String tag(Version version) {
    var digest = Sha256.of(version.tag().getBytes(StandardCharsets.UTF_8));
    return "W/\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
  }
}
