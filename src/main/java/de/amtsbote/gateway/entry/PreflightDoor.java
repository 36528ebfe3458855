package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.entry.body.LimitsProperties;
import de.amtsbote.gateway.entry.limits.Door;
import de.amtsbote.gateway.entry.limits.DoorKeeper;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Tells how large a message may be that is only looked at. */
@Component
class PreflightDoor implements DoorKeeper {

  private final LimitsProperties limits;

  PreflightDoor(LimitsProperties limits) {
    this.limits = limits;
  }

  @Override
  public Door door() {
    return Door.PREFLIGHT;
  }

  @Override
  public long largest(HttpServletRequest request) {
    return limits.body().toBytes();
  }

  @Override
  public boolean bringsMessage(HttpServletRequest request) {
    return false;
  }
}
