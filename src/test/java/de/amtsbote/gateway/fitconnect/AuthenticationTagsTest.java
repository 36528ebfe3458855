package de.amtsbote.gateway.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.fitconnect.jose.JoseException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AuthenticationTagsTest {

  @Test
  void whatIsWritten_isReadTheSame() {
    var tags = new AuthenticationTags("m", "d", Map.of(UUID.randomUUID(), "a"));

    assertThat(AuthenticationTags.parse(tags.text())).isEqualTo(tags);
  }

  @Test
  void attachmentWithoutUuid_isNoTag() {
    var event = JsonMapper.shared().readTree("{\"metadata\":\"m\",\"attachments\":{\"17\":\"a\"}}");

    assertThatThrownBy(() -> AuthenticationTags.of(event)).isInstanceOf(JoseException.class);
  }
}
