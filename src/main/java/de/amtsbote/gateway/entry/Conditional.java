package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.version.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers whoever has the newest version already with 304, without reading the message. */
final class Conditional {

  /** No transaction lasts so long; before, a change may still come that bears an earlier second. */
  private static final Duration STILL = Duration.ofMinutes(1);

  private static final int TAG_BYTES = 16;

  private Conditional() {}

  /** True when the answer is 304 and complete; else the headers of the answer are set. */
  static boolean isNotModified(ServletWebRequest request, Version version, Instant now) {
    var tag = tag(version);
    var changed =
        now.isAfter(version.changedAt().plus(STILL)) ? version.changedAt().toEpochMilli() : -1;
    return request.checkNotModified(tag, changed);
  }

  /** Kept by whoever asked, and asked about each time. */
  static ResponseEntity.BodyBuilder fresh() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate());
  }

  private static String tag(Version version) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(version.tag().getBytes(StandardCharsets.UTF_8));
      return "W/\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "every JDK has SHA-256", e);
    }
  }
}
