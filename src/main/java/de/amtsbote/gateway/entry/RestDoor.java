package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.entry.body.LimitsProperties;
import de.amtsbote.gateway.entry.limits.Door;
import de.amtsbote.gateway.entry.limits.DoorKeeper;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Tells how large a submission may be. */
@Component
class RestDoor implements DoorKeeper {

  private final LimitsProperties limits;

  RestDoor(LimitsProperties limits) {
    this.limits = limits;
  }

  @Override
  public Door door() {
    return Door.REST;
  }

  @Override
  public long largest(HttpServletRequest request) {
    return limits.body().toBytes();
  }
}
