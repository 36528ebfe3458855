package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.ErrorCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class EmptyBodyTest {

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  @Test
  void emptyBody_isRefused() throws Exception {
    stored.assertRefused(ErrorCode.BODY_EMPTY, () -> Portal.at(port).submit(""));
  }

  @Test
  void emptyPayloadPart_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.BODY_EMPTY,
        () ->
            Portal.at(port)
                .submitMultipart(
                    """
                    --cut
                    Content-Disposition: form-data; name="payload"


                    --cut--
                    """));
  }
}
