package de.amtsbote.gateway.cli.demo;

/** What must become of an application. */
sealed interface Expectation {

  /** It reaches this Fachverfahren, bit by bit as it was sent, once. */
  record Delivered(String procedure) implements Expectation {}

  /** It is refused for the reason with this code, and reaches nobody. */
  record Rejected(String code) implements Expectation {}

  /** It is answered with the receipt of the application sent under the same key before. */
  record Duplicate() implements Expectation {}
}
