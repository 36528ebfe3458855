package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.GatewayException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** What an entry knows of a request before its body is read. */
public interface DoorKeeper {

  /** Where it stands. */
  Door door();

  /** True when it answers for requests to this address. */
  default boolean keeps(HttpServletRequest request) {
    return true;
  }

  /** Most octets that the body of this request may have. */
  long largest(HttpServletRequest request);

  /** Whether the request brings a message, which then waits here, or asks for something. */
  default boolean bringsMessage(HttpServletRequest request) {
    return true;
  }

  /**
   * Answers a caller who is nobody of ours, before anything of his body is read.
   *
   * @return false when he may come in
   */
  default boolean turnAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return false;
  }

  /** Who is calling; empty when only the body tells. */
  default Optional<Guest> guest(HttpServletRequest request) {
    return Optional.empty();
  }

  /**
   * Answers a request that is refused, in the words of the door.
   *
   * @return false when a problem document will do
   */
  default boolean refuse(
      HttpServletRequest request, HttpServletResponse response, GatewayException why)
      throws IOException {
    return false;
  }

  /** For a door nobody keeps. */
  static DoorKeeper nobody(Door door) {
    return new DoorKeeper() {

      @Override
      public Door door() {
        return door;
      }

      @Override
      public long largest(HttpServletRequest request) {
        return Room.LARGEST;
      }
    };
  }
}
