package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.security.Caller;
import de.amtsbote.gateway.security.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which messages of its tenant a caller sees; whoever only reads mailboxes sees its own answers.
 */
public final class Sight {

  private static final Set<Role> STAFF =
      EnumSet.of(Role.OPERATOR, Role.AUDITOR, Role.ADMINISTRATOR);

  private Sight() {}

  /** True when the caller sees all messages of its tenant, whoever handed them in. */
  public static boolean isStaff(Caller caller) {
    return !Collections.disjoint(caller.roles(), STAFF);
  }

  static boolean seesTenant(Caller caller) {
    return isStaff(caller) || caller.roles().contains(Role.PORTAL);
  }

  /** True when the caller may see a message of this tenant that came in there. */
  public static boolean sees(Caller caller, String tenant, Entry entry) {
    var own =
        entry.account().equals(caller.account())
            && (entry.kind() == EntryKind.REST || entry.kind() == EntryKind.REPLY);
    return tenant.equals(caller.tenant()) && (seesTenant(caller) || own);
  }
}
