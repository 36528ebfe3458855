package de.amtsbote.gateway.entry.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Finds who keeps the door that a request comes to. */
public final class DoorKeepers {

  private final List<DoorKeeper> keepers;

  DoorKeepers(List<DoorKeeper> keepers) {
    this.keepers = List.copyOf(keepers);
  }

  DoorKeeper of(Door door, HttpServletRequest request) {
    return keepers.stream()
        .filter(it -> it.door() == door && it.keeps(request))
        .findFirst()
        .orElseGet(() -> DoorKeeper.nobody(door));
  }

  /**
   * Who keeps the door that something new comes to; empty for all that ends what has begun, such as
   * fetching from a mailbox. An order to the intermediary may begin a dialog, which is new, too.
   */
  public Optional<DoorKeeper> ofSomethingNew(HttpServletRequest request) {
    var door = Door.of(MappedPath.of(request));
    if (door == null) {
      return Errand.isSubmission(request) ? Optional.of(of(Door.REST, request)) : Optional.empty();
    }
    return Optional.of(of(door, request))
        .filter(it -> Errand.isPost(request) && (door == Door.OSCI || it.bringsMessage(request)));
  }
}
