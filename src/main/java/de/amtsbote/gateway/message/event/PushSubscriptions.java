package de.amtsbote.gateway.message.event;

/** Knows to whom events are pushed. */
@FunctionalInterface
public interface PushSubscriptions {

  /** Whether events of this account are to be pushed. */
  boolean includes(String tenant, String account);
}
