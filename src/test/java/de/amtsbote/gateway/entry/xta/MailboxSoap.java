package de.amtsbote.gateway.entry.xta;

/** Calls of the mailbox port. */
final class MailboxSoap {

  private MailboxSoap() {}

  static Soap list(String attributes, String selector) {
    return call("MsgBoxStatusListRequest")
        .body(
            "<o:MsgBoxStatusListRequest xmlns:o=\"http://www.osci.eu/ws/2008/05/transport\""
                + attributes
                + "><o:MsgSelector"
                + selector
                + "/></o:MsgBoxStatusListRequest>");
  }

  static Soap between(String from, String to) {
    return call("MsgBoxStatusListRequest")
        .body(
            """
            <o:MsgBoxStatusListRequest xmlns:o="http://www.osci.eu/ws/2008/05/transport"><o:MsgSelector><o:MsgBoxEntryTimeFrom>%s</o:MsgBoxEntryTimeFrom><o:MsgBoxEntryTimeTo>%s</o:MsgBoxEntryTimeTo></o:MsgSelector></o:MsgBoxStatusListRequest>"""
                .formatted(from, to));
  }

  static Soap fetch(String id, String attributes) {
    var selector =
        id == null ? "" : "<o:MsgSelector>" + Soap.messageIdBody(id) + "</o:MsgSelector>";
    return call("MsgBoxFetchRequest")
        .body(
            "<o:MsgBoxFetchRequest xmlns:o=\"http://www.osci.eu/ws/2008/05/transport\""
                + attributes
                + ">"
                + selector
                + "</o:MsgBoxFetchRequest>");
  }

  static Soap next(String action, String request, String... got) {
    return call(action).body(continuation("MsgBoxGetNextRequest", request, got));
  }

  static Soap close(String request, String... got) {
    return call("MsgBoxCloseRequest").body(continuation("MsgBoxCloseRequest", request, got));
  }

  private static String continuation(String name, String request, String... got) {
    var ids = new StringBuilder();
    for (var id : got) {
      ids.append("<o:LastMsgReceived>").append(id).append("</o:LastMsgReceived>");
    }
    return "<o:%s xmlns:o=\"http://www.osci.eu/ws/2008/05/transport\" MsgBoxRequestID=\"%s\">%s</o:%s>"
        .formatted(name, request, ids, name);
  }

  static Soap call(String name) {
    return Soap.call(Soap.MAILBOX + name);
  }
}
