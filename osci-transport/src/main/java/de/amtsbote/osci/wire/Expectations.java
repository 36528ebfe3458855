package de.amtsbote.osci.wire;

import de.amtsbote.osci.model.MessageType;
import java.util.Set;

/**
 * What a message must be, else it is refused.
 *
 * @param types admitted message types; empty: any
 * @param encrypted whether it must be transport encrypted; SOAP faults never are
 * @param signed whether it must be signed; SOAP faults never are
 */
public record Expectations(Set<MessageType> types, boolean encrypted, boolean signed) {

  /** Anything goes; what is there is verified all the same. */
  public static final Expectations NONE = new Expectations(Set.of(), false, false);

  /** Copies the types. */
  public Expectations {
    types = Set.copyOf(types);
  }

  /** One type, or a fault, with the protection demanded. */
  public static Expectations answer(MessageType type, boolean encrypted, boolean signed) {
    return new Expectations(Set.of(type, MessageType.SOAP_FAULT), encrypted, signed);
  }
}
