package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.ErrorCode;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class UnknownContentTypeTest {

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "multipart/related; boundary=cut",
        "nonsense"
      })
  void otherContentType_isRefused(String type) throws Exception {
    stored.assertRefused(
        ErrorCode.MEDIA_TYPE_UNKNOWN,
        () ->
            Portal.at(port)
                .post(Portal.PATH, BodyPublishers.ofString("<a/>"), "Content-Type", type));
  }

  @Test
  void missingContentType_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.MEDIA_TYPE_UNKNOWN,
        () -> Portal.at(port).post(Portal.PATH, BodyPublishers.ofString("<a/>")));
  }

  @Test
  void compressedBody_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.MEDIA_TYPE_UNKNOWN,
        () -> Portal.at(port).submit("<a/>", "Content-Encoding", "gzip"));
  }

  @Test
  void payloadPartThatIsNoXml_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.MEDIA_TYPE_UNKNOWN,
        () ->
            Portal.at(port)
                .submitMultipart(
                    """
                    --cut
                    Content-Disposition: form-data; name="payload"
                    Content-Type: application/pdf

                    %PDF
                    --cut--
                    """));
  }
}
