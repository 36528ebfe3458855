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
class BrokenMultipartTest {

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no boundary at all",
        "--cut",
        "--cut\n",
        "--cut\nContent-Disposition: form-data; name=\"payload\"",
        "--cut\nContent-Disposition: form-data; name=\"payload\"\n\n<a>Mustermann",
        "--cut\nContent-Disposition: form-data; name=\"payload\"\n\n<a/>\n--cut",
        "--cut\nContent-Disposition: form-data\n\n<a/>\n--cut--\n",
        "--cut\n\n<a/>\n--cut--\n"
      })
  void truncatedOrMalformedBody_isRefused(String body) throws Exception {
    stored.assertRefused(ErrorCode.MULTIPART_BROKEN, () -> Portal.at(port).submitMultipart(body));
  }

  @Test
  void headerWithoutEnd_isRefused() throws Exception {
    var body = "--cut\nX: " + "y".repeat(20_000) + "\n\n<a/>\n--cut--\n";
    stored.assertRefused(ErrorCode.MULTIPART_BROKEN, () -> Portal.at(port).submitMultipart(body));
  }

  @Test
  void missingBoundary_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.MULTIPART_BROKEN,
        () ->
            Portal.at(port)
                .post(
                    Portal.PATH,
                    BodyPublishers.ofString("<a/>"),
                    "Content-Type",
                    "multipart/form-data"));
  }
}
