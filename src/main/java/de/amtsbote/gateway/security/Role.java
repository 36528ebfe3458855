package de.amtsbote.gateway.security;

/** What an account may do. */
public enum Role {
  /** Hand messages in and follow them. */
  PORTAL,
  /** Pick messages up. */
  PROCEDURE,
  /** See and repair all messages of the tenant. */
  OPERATOR,
  /** See all messages of the tenant. */
  AUDITOR,
  /** Change the configuration. */
  ADMINISTRATOR;

  /** The name of the role as Spring Security compares it. */
  public String authority() {
    return "ROLE_" + name();
  }
}
