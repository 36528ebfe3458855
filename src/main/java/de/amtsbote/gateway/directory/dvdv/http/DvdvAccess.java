package de.amtsbote.gateway.directory.dvdv.http;

/** How a caller proves itself to a DVDV server; decides the path (entryPath) of its functions. */
public enum DvdvAccess {
  /** Inside the data centre, without authentication. */
  INTERN("intern/directory", null),
  /** With a token of the DVDV server itself, under a scheme of its own. */
  STANDALONE("extern/standaloneauth/directory", "EmbeddedBearer"),
  /** With a token of the identity management of the Bundesmaster. */
  BUNDESMASTER("extern/bundesmasterauth/directory", "Bearer");

  private final String path;
  private final String scheme;

  DvdvAccess(String path, String scheme) {
    this.path = path;
    this.scheme = scheme;
  }

  /** The entryPath. */
  public String path() {
    return path;
  }

  /** Scheme of the Authorization header; null where no token is needed. */
  public String scheme() {
    return scheme;
  }

  /** Whether a token is needed. */
  public boolean needsToken() {
    return scheme != null;
  }
}
