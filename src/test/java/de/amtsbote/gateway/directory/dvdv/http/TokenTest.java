package de.amtsbote.gateway.directory.dvdv.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.simulator.dvdv.DvdvFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTest {

  private final Client client = Client.of(1);

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void token_isRenewedBeforeItExpires() {
    client.http().api().version();

    client.clock.advance(Duration.ofDays(1).minusMinutes(5));
    client.http().api().version();

    assertThat(client.server().tokens()).isEqualTo(2);
  }

  @Test
  void token_isUsedUntilThen() {
    client.http().api().version();

    client.clock.advance(Duration.ofDays(1).minusMinutes(6));
    client.http().api().version();

    assertThat(client.server().tokens()).isEqualTo(1);
  }

  @Test
  void tokenThatIsRefused_isRenewedOnce() {
    client.http().api().version();

    client.server().fault(DvdvFault.EXPIRED_TOKENS);

    assertThat(client.http().api().version()).isNotEmpty();
    assertThat(client.server().calls()).containsExactly("token", "version", "token", "version");
  }

  @Test
  void gatewayThatGetsNoToken_isRefused() {
    client.server().fault(DvdvFault.DENIED);

    assertThatThrownBy(() -> client.http().api().version())
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DIRECTORY_REFUSED));
    assertThat(client.server().calls()).containsExactly("token");
  }
}
