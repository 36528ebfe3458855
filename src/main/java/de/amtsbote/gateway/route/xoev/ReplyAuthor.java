package de.amtsbote.gateway.route.xoev;

/** Which authors are answered. */
public enum ReplyAuthor {
  /** Whose certificate, as the directory knows it, signed the message. */
  PROVED,
  /** Whoever the message names. */
  BELIEVED
}
