package de.amtsbote.gateway.message;

/** The name of this gateway process among those that share the database. */
public record NodeName(String value) {

  @Override
  public String toString() {
    return value;
  }
}
