package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class OversizeBodyTest {

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  @Test
  void bodyWithItsLength_isRefusedBeforeItIsRead() throws Exception {
    stored.assertRefused(
        ErrorCode.BODY_TOO_LARGE, () -> Portal.at(port).submit("x".repeat(TestGateway.LIMIT + 1)));
  }

  @Test
  void bodyWithoutLength_isRefusedWhenItGetsTooLong() throws Exception {
    var body = new byte[TestGateway.LIMIT + 1];
    stored.assertRefused(
        ErrorCode.BODY_TOO_LARGE,
        () ->
            Portal.at(port)
                .post(
                    Portal.PATH,
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                    "Content-Type",
                    "text/xml"));
  }

  @Test
  void attachmentBeyondTheLimit_isRefused() throws Exception {
    var head =
        "--cut\r\nContent-Disposition: form-data; name=\"payload\"\r\n\r\n<a/>\r\n"
            + "--cut\r\nContent-Disposition: form-data; name=\"attachment\"\r\n\r\n";
    var body = head + "x".repeat(TestGateway.LIMIT) + "\r\n--cut--\r\n";
    stored.assertRefused(
        ErrorCode.BODY_TOO_LARGE,
        () ->
            Portal.at(port)
                .post(
                    Portal.PATH,
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))),
                    "Content-Type",
                    "multipart/form-data; boundary=cut"));
  }
}
