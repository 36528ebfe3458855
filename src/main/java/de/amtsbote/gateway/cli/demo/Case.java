package de.amtsbote.gateway.cli.demo;

import java.time.Duration;
import java.util.List;

/** One application on its way, as far as the portal can tell. */
final class Case {

  private final int number;
  private final Application application;
  private final String payloadFingerprint;
  private String messageId = "";
  private boolean answeredWithAnEarlierReceipt;
  private MessageView view = MessageView.NOTHING_YET;
  private Duration endedAfter;

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

  /** Takes over what the gateway now says; tells whether that is news. */
  boolean update(MessageView latest, Duration sinceStart) {
    boolean news = !latest.equals(view);
    view = latest;
    if (view.ended() && endedAfter == null) {
      endedAfter = sinceStart;
    }
    return news;
  }

  boolean open() {
    return !answeredWithAnEarlierReceipt && !view.ended();
  }

  Duration endedAfter() {
    return endedAfter;
  }
}
