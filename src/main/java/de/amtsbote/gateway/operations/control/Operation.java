package de.amtsbote.gateway.operations.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;

/**
 * What is to be done with messages.
 *
 * @param action repeat, redirect, reject or cancel
 * @param partner for redirect: the partner of the directory that gets it
 * @param delivery for redirect: the delivery that gets it
 * @param server for redirect: the XTA server that gets it
 * @param replaces for redirect: the receiver that is replaced; null for any
 * @param acceptUnclear do it although a receiver may have the message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Operation(
    String action,
    String partner,
    String delivery,
    String server,
    String replaces,
    Boolean acceptUnclear) {

  /** The actions there are. */
  enum Action {
    REPEAT,
    REDIRECT,
    REJECT,
    CANCEL
  }

  Action kind() {
    try {
      return Action.valueOf(String.valueOf(action).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw SearchRequest.invalid("action must be repeat, redirect, reject or cancel");
    }
  }

  boolean mayBeUnclear() {
    return Boolean.TRUE.equals(acceptUnclear);
  }
}
