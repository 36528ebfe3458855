package de.amtsbote.gateway.entry.limits;

/** A place that is taken until it is closed. */
@FunctionalInterface
interface Permit extends AutoCloseable {

  @Override
  void close();

  /** Gives back the other one, too. */
  default Permit and(Permit other) {
    return () -> {
      try {
        close();
      } finally {
        other.close();
      }
    };
  }
}
