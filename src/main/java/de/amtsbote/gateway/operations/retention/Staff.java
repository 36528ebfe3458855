package de.amtsbote.gateway.operations.retention;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.Caller;
import de.amtsbote.gateway.security.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who may see and who may decide what is kept. */
final class Staff {

  private static final Set<Role> DECIDERS = EnumSet.of(Role.OPERATOR, Role.ADMINISTRATOR);
  private static final Set<Role> READERS =
      EnumSet.of(Role.OPERATOR, Role.ADMINISTRATOR, Role.AUDITOR);

  private Staff() {}

  static void mayRead(Caller caller) {
    check(caller, READERS);
  }

  static void mayDecide(Caller caller) {
    check(caller, DECIDERS);
  }

  private static void check(Caller caller, Set<Role> needed) {
    if (Collections.disjoint(caller.roles(), needed)) {
      throw new GatewayException(ErrorCode.ROLE_MISSING, "the account lacks the role for this");
    }
  }
}
