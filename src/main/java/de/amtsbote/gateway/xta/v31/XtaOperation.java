package de.amtsbote.gateway.xta.v31;

import static de.amtsbote.gateway.xta.XtaFault.CANCEL_DENIED;
import static de.amtsbote.gateway.xta.XtaFault.MESSAGE_ID_INVALID;
import static de.amtsbote.gateway.xta.XtaFault.PARAMETER_INVALID;
import static de.amtsbote.gateway.xta.XtaFault.SCHEMA_VIOLATION;
import static de.amtsbote.gateway.xta.XtaFault.SYNC_ASYNC;
import static de.amtsbote.gateway.xta.XtaFault.VIRUS_DETECTED;

import de.amtsbote.gateway.xta.XtaFault;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;

/** The twelve operations: their port, action, bodies and the faults beside the usual two. */
public enum XtaOperation {
  CHECK_ACCOUNT_ACTIVE("checkAccountActive", XtaPort.MANAGEMENT, "CheckAccountActive", null, null),
  CREATE_MESSAGE_ID(
      "createMessageId", XtaPort.MANAGEMENT, "CreateMessageID", null, Bodies.MESSAGE_ID),
  LOOKUP_SERVICE(
      "lookupService",
      XtaPort.MANAGEMENT,
      "IsServiceAvailable",
      Bodies.LOOKUP,
      Bodies.LOOKUP_ANSWER,
      PARAMETER_INVALID),
  GET_TRANSPORT_REPORT(
      "getTransportReport",
      XtaPort.MANAGEMENT,
      "GetTransportReport",
      Bodies.MESSAGE_ID,
      Bodies.REPORT,
      MESSAGE_ID_INVALID),
  CANCEL_MESSAGE(
      "cancelMessage",
      XtaPort.MANAGEMENT,
      "CancelMessage",
      Bodies.MESSAGE_ID,
      null,
      PARAMETER_INVALID,
      CANCEL_DENIED),
  SEND_MESSAGE(
      "sendMessage",
      XtaPort.SEND,
      "SendMessage",
      Bodies.CONTAINER,
      null,
      PARAMETER_INVALID,
      SCHEMA_VIOLATION,
      VIRUS_DETECTED,
      SYNC_ASYNC),
  SEND_MESSAGE_SYNC(
      "sendMessageSync",
      XtaPort.SEND,
      "SendMessageSync",
      Bodies.CONTAINER,
      Bodies.CONTAINER,
      PARAMETER_INVALID,
      SCHEMA_VIOLATION,
      VIRUS_DETECTED,
      SYNC_ASYNC),
  GET_STATUS_LIST(
      "getStatusList", XtaPort.MAILBOX, "MsgBoxStatusListRequest", Bodies.LIST, Bodies.LIST_ANSWER),
  GET_NEXT_STATUS_LIST(
      "getNextStatusList",
      XtaPort.MAILBOX,
      "MsgBoxGetNextListRequest",
      Bodies.NEXT,
      Bodies.LIST_ANSWER),
  GET_MESSAGE(
      "getMessage",
      XtaPort.MAILBOX,
      "MsgBoxFetchRequest",
      Bodies.FETCH,
      Bodies.CONTAINER,
      MESSAGE_ID_INVALID),
  GET_NEXT_MESSAGE(
      "getNextMessage",
      XtaPort.MAILBOX,
      "MsgBoxGetNextMsgRequest",
      Bodies.NEXT,
      Bodies.CONTAINER,
      MESSAGE_ID_INVALID),
  CLOSE("close", XtaPort.MAILBOX, "MsgBoxCloseRequest", Bodies.CLOSE, null, MESSAGE_ID_INVALID);

  private final String operation;
  private final XtaPort port;
  private final String action;
  private final QName request;
  private final QName answer;
  private final Set<XtaFault> faults;

  XtaOperation(
      String operation, XtaPort port, String verb, QName request, QName answer, XtaFault... more) {
    this.operation = operation;
    this.port = port;
    this.action = port.actions() + verb;
    this.request = request;
    this.answer = answer;
    this.faults = EnumSet.of(XtaFault.PERMISSION_DENIED, XtaFault.TECHNICAL_PROBLEM);
    this.faults.addAll(Arrays.asList(more));
  }

  /** The operation of this action; the answer and the faults have the same. */
  public static Optional<XtaOperation> of(String action) {
    return Arrays.stream(values()).filter(it -> it.action.equals(action)).findFirst();
  }

  /** Its name in the contract. */
  public String operation() {
    return operation;
  }

  /** Where it is called. */
  public XtaPort port() {
    return port;
  }

  /** What tells it from operations with the same body. */
  public String action() {
    return action;
  }

  /** The element in the body of the request; empty for an empty body. */
  public Optional<QName> request() {
    return Optional.ofNullable(request);
  }

  /** The element in the body of the answer; empty for an empty body. */
  public Optional<QName> answer() {
    return Optional.ofNullable(answer);
  }

  /** Whether the contract allows it to refuse in this way. */
  public boolean declares(XtaFault fault) {
    return faults.contains(fault);
  }

  /** True for the two operations that bring content. */
  public boolean sends() {
    return port == XtaPort.SEND;
  }

  private static final class Bodies {

    static final QName MESSAGE_ID = new QName(Names.ADDRESSING, "MessageID");
    static final QName LOOKUP = new QName(Names.XTA, "LookupServiceRequest");
    static final QName LOOKUP_ANSWER = new QName(Names.XTA, "LookupServiceResponse");
    static final QName REPORT = new QName(Names.XTA, "TransportReport");
    static final QName CONTAINER = new QName(Names.XTA, "GenericContentContainer");
    static final QName LIST = new QName(Names.MAILBOX, "MsgBoxStatusListRequest");
    static final QName LIST_ANSWER = new QName(Names.MAILBOX, "MsgStatusList");
    static final QName FETCH = new QName(Names.MAILBOX, "MsgBoxFetchRequest");
    static final QName NEXT = new QName(Names.MAILBOX, "MsgBoxGetNextRequest");
    static final QName CLOSE = new QName(Names.MAILBOX, "MsgBoxCloseRequest");
  }
}
