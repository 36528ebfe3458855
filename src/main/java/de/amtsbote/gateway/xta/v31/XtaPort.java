package de.amtsbote.gateway.xta.v31;

/** The three ports. */
public enum XtaPort {
  MANAGEMENT("management", "http://www.xta.de/XTA/"),
  SEND("send", "http://www.xta.de/XTA/"),
  MAILBOX("msgbox", "http://www.osci.eu/ws/2008/05/transport/urn/messageTypes/");

  private final String path;
  private final String actions;

  XtaPort(String path, String actions) {
    this.path = path;
    this.actions = actions;
  }

  /** The last segment of its address. */
  public String path() {
    return path;
  }

  /** How the actions of its operations begin. */
  String actions() {
    return actions;
  }
}
