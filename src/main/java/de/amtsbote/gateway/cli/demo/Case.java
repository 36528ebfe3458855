package de.amtsbote.gateway.cli.demo;

import java.util.List;

/** One application on its way, as far as the portal can tell. */
final class Case {

  private final int number;
  private final Application application;
  private final String payloadFingerprint;
  private String messageId = "";
  private boolean answeredWithAnEarlierReceipt;
  private MessageView view = MessageView.NOTHING_YET;
  private String arrivedAt = "";

  Case(int number, Application application, String payloadFingerprint) {
    this.number = number;
    this.application = application;
    this.payloadFingerprint = payloadFingerprint;
  }

  int number() {
    return number;
  }

  Application application() {
    return application;
  }

  String payloadFingerprint() {
    return payloadFingerprint;
  }

  String messageId() {
    return messageId;
  }

  boolean answeredWithAnEarlierReceipt() {
    return answeredWithAnEarlierReceipt;
  }

  MessageView view() {
    return view;
  }

  List<String> path() {
    return view.path();
  }

  void received(String id, boolean earlierReceipt) {
    this.messageId = id;
    this.answeredWithAnEarlierReceipt = earlierReceipt;
  }

  /** The Fachverfahren that has it, bit by bit, or empty. */
  String arrivedAt() {
    return arrivedAt;
  }

  /** Takes over what the gateway now says; tells whether that is news. */
  boolean update(MessageView latest) {
    boolean news = !latest.equals(view);
    view = latest;
    return news;
  }

  /** Takes over where it arrived; tells whether that is news. */
  boolean arrived(String procedure) {
    boolean news = !procedure.equals(arrivedAt);
    arrivedAt = procedure;
    return news;
  }

  boolean open() {
    return !answeredWithAnEarlierReceipt && !view.ended();
  }
}
