package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaListing;
import de.amtsbote.gateway.xta.XtaSelection;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;

/** The requests and answers of the mailbox port. */
public final class MailboxXml {

  private static final String REASONS = Names.MAILBOX + "/MsgBox/reasons/";
  private static final String REQUEST_ID = "MsgBoxRequestID";

  private MailboxXml() {}

  /** Why there is nothing. */
  public enum Reason {
    NO_MATCH("NoMatch"),
    ARGUMENTS_INVALID("SearchArgsInvalid"),
    REQUEST_UNKNOWN("RequestIdInvalid");

    private final String name;

    Reason(String name) {
      this.name = name;
    }
  }

  /** How a list is wanted. */
  public enum ListForm {
    ATTRIBUTES,
    METADATA
  }

  /** What of a message is wanted. */
  public enum MessagePart {
    ENVELOPE,
    HEADER,
    BODY
  }

  /**
   * What a request for a list or a message selects.
   *
   * @throws XtaException {@link XtaError#PARAMETERS_CONTRADICT} for a time that no calendar has
   */
  public static XtaSelection selection(Element request) {
    try {
      return Elements.find(request, "MsgSelector")
          .map(MailboxXml::selector)
          .orElse(XtaSelection.ALL);
    } catch (DateTimeException e) {
      throw new XtaException(
          XtaError.PARAMETERS_CONTRADICT, "the selector holds an impossible time", e);
    }
  }

  private static XtaSelection selector(Element selector) {
    var newEntry = Elements.attribute(selector, "newEntry");
    return new XtaSelection(
        Elements.texts(selector, "MessageID"),
        Elements.texts(selector, "RelatesTo"),
        Times.time(Elements.text(selector, "MsgBoxEntryTimeFrom")),
        Times.time(Elements.text(selector, "MsgBoxEntryTimeTo")),
        newEntry == null ? null : newEntry.strip().matches("true|1"));
  }

  /** A request for so many entries at most. */
  public static Element listRequest(XtaSelection wanted, int most) {
    var root = Tree.root(Names.MAILBOX, "MsgBoxStatusListRequest").attribute("maxListItems", most);
    return selector(root, wanted).element();
  }

  /** A request for a message. */
  public static Element fetchRequest(XtaSelection wanted) {
    return selector(Tree.root(Names.MAILBOX, "MsgBoxFetchRequest"), wanted).element();
  }

  /** Goes on with a request, behind what is named. */
  public static Element nextRequest(String request, List<String> got) {
    return continuation("MsgBoxGetNextRequest", request, got);
  }

  /** Says what was stored safely. */
  public static Element closeRequest(String request, List<String> got) {
    return continuation("MsgBoxCloseRequest", request, got);
  }

  private static Element continuation(String name, String request, List<String> got) {
    var root = Tree.root(Names.MAILBOX, name).attribute(REQUEST_ID, request);
    got.forEach(it -> root.text("LastMsgReceived", it));
    return root.element();
  }

  private static Tree selector(Tree request, XtaSelection wanted) {
    if (wanted.equals(XtaSelection.ALL)) {
      return request;
    }
    var selector = request.child("MsgSelector").attribute("newEntry", wanted.fresh());
    wanted.ids().forEach(it -> selector.text(Names.ADDRESSING, "MessageID", it));
    wanted.inReplyTo().forEach(it -> selector.text(Names.ADDRESSING, "RelatesTo", it));
    selector.text("MsgBoxEntryTimeFrom", wanted.from()).text("MsgBoxEntryTimeTo", wanted.to());
    return request;
  }

  /**
   * A page of a list.
   *
   * @param response the header MsgBoxResponse
   * @param list the body MsgStatusList, in either form; null for an empty body
   */
  public static XtaListing listing(Element response, Element list) {
    var ids = new ArrayList<String>();
    if (list != null) {
      // an entry without id cannot be asked for
      Elements.all(list, "MsgAttributes").stream()
          .flatMap(it -> Elements.find(it, "MessageID").stream())
          .forEach(it -> ids.add(Elements.text(it)));
      Elements.all(list, "MessageMetaData")
          .forEach(it -> ids.add(MetadataXml.read(it).messageId()));
    }
    return new XtaListing(requestId(response), pending(response), ids);
  }

  private static long pending(Element response) {
    var text = Elements.text(response, "ItemsPending");
    return text == null || !text.matches("\\d{1,18}") ? 0 : Long.parseLong(text);
  }

  /** How many entries a list shall have at most; the number given otherwise. */
  public static int limit(Element request, int otherwise, int most) {
    var text = Elements.attribute(request, "maxListItems");
    if (text == null) {
      return otherwise;
    }
    var digits = text.strip().replaceFirst("^\\+?0*", "");
    return digits.length() > 6 ? most : Math.min(most, Integer.parseInt(digits));
  }

  /** The form of a list; attributes when none is named. */
  public static ListForm form(Element request) {
    return "MessageMetaData".equals(Elements.attribute(request, "ListForm"))
        ? ListForm.METADATA
        : ListForm.ATTRIBUTES;
  }

  /** What of a message is wanted; all of it when nothing is said. */
  public static MessagePart part(Element request) {
    var text = Elements.attribute(request, "MsgPart");
    return text == null
        ? MessagePart.ENVELOPE
        : MessagePart.valueOf(text.strip().toUpperCase(Locale.ROOT));
  }

  /** The request that a call goes on with, or closes. */
  public static String requestId(Element request) {
    return request.getAttribute(REQUEST_ID).strip();
  }

  /** The ids of messages that the reader says it has got. */
  public static List<String> lastReceived(Element request) {
    return Elements.texts(request, "LastMsgReceived");
  }

  /** The header of an answer that holds something. */
  public static Element pending(String request, long items) {
    return Tree.root(Names.MAILBOX, "MsgBoxResponse")
        .attribute(REQUEST_ID, request)
        .text("ItemsPending", items)
        .element();
  }

  /** The header of an answer that holds nothing. */
  public static Element nothing(String request, Reason reason) {
    var root = Tree.root(Names.MAILBOX, "MsgBoxResponse").attribute(REQUEST_ID, request);
    root.child("NoMessageAvailable").attribute("reason", REASONS + reason.name);
    return root.element();
  }

  /** A list in the form of meta data. */
  public static Element list(List<Element> metadata) {
    var root = Tree.root(Names.MAILBOX, "MsgStatusList");
    metadata.forEach(root::append);
    return root.element();
  }

  /** A list in the form of attributes. */
  public static Element attributes(List<Element> metadata) {
    var root = Tree.root(Names.MAILBOX, "MsgStatusList");
    metadata.forEach(it -> attributes(root.child("MsgAttributes"), it));
    return root.element();
  }

  private static void attributes(Tree item, Element root) {
    var metadata = MetadataXml.read(root);
    item.text(Names.ADDRESSING, "MessageID", metadata.messageId());
    metadata.inReplyTo().forEach(it -> item.text(Names.ADDRESSING, "RelatesTo", it));
    item.text("TypeOfBusinessScenario", metadata.scenario().code())
        .text("MsgSize", Math.min(Integer.MAX_VALUE, metadata.size() == null ? 0 : metadata.size()))
        .text("ObsoleteAfterDate", metadata.times().obsoleteAfter())
        .text("DeliveryTime", metadata.times().delivery())
        .text("InitialFetchedTime", metadata.times().initialFetch());
  }
}
