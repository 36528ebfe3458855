package de.amtsbote.acceptance.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.acceptance.site.AcceptanceTest;
import de.amtsbote.acceptance.site.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@AcceptanceTest
class OversizeBodyTest {

  private static final long SIX_MEGABYTES = 6L * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Announces the body and does not send it, so that no answer is lost in a full connection. */
  @Test
  void bodyOverTheLimit_isRefusedBeforeItIsSent(Site site) throws Exception {
    assertThat(announce(SIX_MEGABYTES, site)).startsWith("HTTP/1.1 413 ").contains("\"AB-1002\"");
  }

  private static String announce(long length, Site site) throws IOException {
    URI gateway = site.gateway().address();
    String head =
        """
        POST /api/v1/messages HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Content-Type: application/xml
        Content-Length: %d
        Connection: close

        """
            .formatted(gateway.getAuthority(), Site.PORTAL_TOKEN, length)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return upToTheEndOfTheProblem(socket.getInputStream());
    }
  }

  private static String upToTheEndOfTheProblem(InputStream in) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0; next = in.read()) {
      answer.write(next);
      if (next == '}') {
        break;
      }
    }
    return answer.toString(StandardCharsets.UTF_8);
  }
}
