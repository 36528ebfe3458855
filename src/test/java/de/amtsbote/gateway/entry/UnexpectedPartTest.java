package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.ErrorCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class UnexpectedPartTest {

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  private static final String PAYLOAD =
      "--cut\nContent-Disposition: form-data; name=\"payload\"\n\n<a/>\n";

  @Test
  void missingPayload_isRefused() throws Exception {
    stored.assertRefused(ErrorCode.PAYLOAD_MISSING, () -> submit(part("attachment", "x")));
  }

  @Test
  void twoPayloads_areRefused() throws Exception {
    stored.assertRefused(ErrorCode.PART_UNEXPECTED, () -> submit(PAYLOAD + PAYLOAD));
  }

  @Test
  void unknownPart_isRefused() throws Exception {
    stored.assertRefused(ErrorCode.PART_UNEXPECTED, () -> submit(PAYLOAD + part("surprise", "x")));
  }

  @Test
  void twoAttachmentsOfOneName_areRefused() throws Exception {
    var plan = part("attachment\"; filename=\"plan.pdf", "x");
    stored.assertRefused(ErrorCode.PART_UNEXPECTED, () -> submit(PAYLOAD + plan + plan));
  }

  @Test
  void endlessField_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.PART_UNEXPECTED, () -> submit(PAYLOAD + part("reader", "x".repeat(100_000))));
  }

  @Test
  void tooManyParts_areRefused() throws Exception {
    var many = new StringBuilder(PAYLOAD);
    for (var number = 0; number < 200; number++) {
      many.append(part("attachment", "x"));
    }
    stored.assertRefused(ErrorCode.PART_UNEXPECTED, () -> submit(many.toString()));
  }

  @Test
  void readersThatContradict_areRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.PARAMETER_INVALID,
        () ->
            Portal.at(port)
                .submitMultipart(
                    PAYLOAD + part("reader", "a") + "--cut--\n", "Amtsbote-Reader", "b"));
  }

  private Portal.Answer submit(String parts) throws Exception {
    return Portal.at(port).submitMultipart(parts + "--cut--\n");
  }

  private static String part(String name, String content) {
    return "--cut\nContent-Disposition: form-data; name=\"" + name + "\"\n\n" + content + "\n";
  }
}
