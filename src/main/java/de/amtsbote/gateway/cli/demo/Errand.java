package de.amtsbote.gateway.cli.demo;

import de.amtsbote.gateway.cli.demo.Portal.Answer;
import de.amtsbote.gateway.cli.sample.Fingerprint;
import de.amtsbote.gateway.cli.town.Arrivals;
import de.amtsbote.gateway.cli.town.Arrivals.Arrival;
import de.amtsbote.gateway.cli.town.Interruption;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sends the applications and follows each until it has ended. */
final class Errand {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Portal portal;
  private final Arrivals arrivals;
  private final Board board;
  private final Clock clock;
  private final Interruption interruption;

  Errand(Portal portal, Arrivals arrivals, Board board, Clock clock, Interruption interruption) {
    this.portal = portal;
    this.arrivals = arrivals;
    this.board = board;
    this.clock = clock;
    this.interruption = interruption;
  }

  /** Returns when every application has ended, patience is used up, or Ctrl-C was pressed. */
  List<Case> run(List<Application> applications) throws IOException, InterruptedException {
    List<Case> cases = numbered(applications);
    Instant start = clock.instant();
    board.open(cases);
    sendAll(cases, start);
    while (cases.stream().anyMatch(this::isUnderWay) && since(start).compareTo(PATIENCE) < 0) {
      if (interruption.within(LOOK_EVERY)) {
        break;
      }
      lookAfter(cases, start);
    }
    board.close();
    return cases;
  }

  private static List<Case> numbered(List<Application> applications) throws IOException {
    List<Case> cases = new ArrayList<>();
    for (Application application : applications) {
      cases.add(new Case(cases.size() + 1, application, Fingerprint.of(application.payload())));
    }
    return cases;
  }

  private void sendAll(List<Case> cases, Instant start) throws IOException, InterruptedException {
    Set<String> receipts = new HashSet<>();
    for (Case one : cases) {
      Answer answer = portal.submit(one.application());
      if (answer.accepted()) {
        String id = answer.text("id");
        one.received(id, !receipts.add(id));
        one.update(MessageView.of(portal.status(id).body()));
      } else {
        one.update(MessageView.refusedAtTheDoor(answer.body()));
      }
      board.changed(one, since(start));
      lookAfter(cases.subList(0, one.number()), start);
    }
  }

  private void lookAfter(List<Case> cases, Instant start) throws IOException, InterruptedException {
    for (Case one : cases) {
      if (one.answeredWithAnEarlierReceipt()) {
        continue;
      }
      boolean news =
          one.open() && one.update(MessageView.of(portal.status(one.messageId()).body()));
      for (Arrival arrival : arrivals.of(one.payloadFingerprint())) {
        news |= one.arrived(arrival.procedure());
      }
      if (news) {
        board.changed(one, since(start));
      }
    }
  }

  /** A delivered message is under way until the Fachverfahren has it, too. */
  private boolean isUnderWay(Case one) {
    return one.open() || one.view().delivered() && arrivals.of(one.payloadFingerprint()).isEmpty();
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }
}
