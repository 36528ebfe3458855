package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.intermediary.IntermediaryProperties;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The embedded intermediary. Its orders prove by themselves who sends them, and fill its mailboxes,
 * which have limits of their own; no order adds to the messages under way here.
 */
final class IntermediaryDoor implements DoorKeeper {

  private final IntermediaryProperties properties;

  IntermediaryDoor(IntermediaryProperties properties) {
    this.properties = properties;
  }

  @Override
  public Door door() {
    return Door.OSCI;
  }

  @Override
  public boolean keeps(HttpServletRequest request) {
    return "/osci/intermediary".equals(MappedPath.of(request));
  }

  @Override
  public long largest(HttpServletRequest request) {
    return properties.maxMessageSize().toBytes();
  }

  @Override
  public boolean bringsMessage(HttpServletRequest request) {
    return false;
  }
}
