package de.amtsbote.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.ErrorCode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountsTest {

  @Test
  void token_leadsToItsAccount() throws Exception {
    var accounts = accounts("stadt", TestGateway.sha256("t"), Set.of(Role.PORTAL));

    assertThat(accounts.byToken("t")).contains(new Caller("portal", "stadt", Set.of(Role.PORTAL)));
  }

  @Test
  void otherToken_leadsNowhere() throws Exception {
    var accounts = accounts("stadt", TestGateway.sha256("t"), Set.of(Role.PORTAL));

    assertThat(accounts.byToken("T")).isEmpty();
    assertThat(accounts.byToken("")).isEmpty();
  }

  @Test
  void accountWithoutTenant_isRefusedAtStart() {
    assertInvalid(" ", "0".repeat(64), Set.of(Role.PORTAL));
  }

  @Test
  void accountWithoutRole_isRefusedAtStart() {
    assertInvalid("stadt", "0".repeat(64), Set.of());
  }

  @Test
  void accountWithTheTokenItself_isRefusedAtStart() {
    assertInvalid("stadt", "token-in-the-clear", Set.of(Role.PORTAL));
  }

  @Test
  void twoAccountsWithOneToken_areRefusedAtStart() throws Exception {
    var account =
        new AccountProperties.Account(
            "stadt", TestGateway.sha256("t"), Set.of(Role.PORTAL), Set.of(), null, null);

    assertThatThrownBy(
            () -> new Accounts(new AccountProperties(Map.of("a", account, "b", account))))
        .hasMessageContaining("same token")
        .extracting("code")
        .isEqualTo(ErrorCode.CONFIGURATION_INVALID);
  }

  private static void assertInvalid(String tenant, String hash, Set<Role> roles) {
    assertThatThrownBy(() -> accounts(tenant, hash, roles))
        .hasMessageContaining("amtsbote.accounts.portal")
        .extracting("code")
        .isEqualTo(ErrorCode.CONFIGURATION_INVALID);
  }

  private static Accounts accounts(String tenant, String hash, Set<Role> roles) {
    return new Accounts(
        new AccountProperties(
            Map.of(
                "portal",
                new AccountProperties.Account(tenant, hash, roles, Set.of(), null, null))));
  }
}
