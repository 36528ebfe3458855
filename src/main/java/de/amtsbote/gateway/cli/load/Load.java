package de.amtsbote.gateway.cli.load;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Runs a plan from the first request to the end of the last message. */
final class Load {

  private final LoadPlan plan;
  private final Letters letters;
  private final List<Meter> meters;

  Load(LoadPlan plan, Letters letters, List<Meter> meters) {
    this.plan = plan;
    this.letters = letters;
    this.meters = meters;
  }

  LoadResult run() throws InterruptedException {
    GatewayApi api = new GatewayApi(plan.token(), plan.service());
    Sender sender = new Sender(plan, api, letters);
    Follower follower = new Follower(plan, api, sender::shipments);
    Thread following = new Thread(follower, "follower");
    following.setDaemon(true);
    try (Watch watch = Watch.begin(meters)) {
      long start = System.nanoTime();
      following.start();
      sender.sendAll();
      sender.awaitAnswers();
      Duration sending = Duration.ofNanos(System.nanoTime() - start);
      follower.allAnswered();
      following.join();
      List<Shipment> shipments = sender.shipments();
      return new LoadResult(
          plan, letters.size(), shipments, untilLastEnd(shipments, start), sending, watch.usages());
    }
  }

  private static Duration untilLastEnd(List<Shipment> shipments, long start) {
    return shipments.stream()
        .filter(each -> each.isAccepted() && !each.isOpen())
        .map(each -> each.untilEnd().plusNanos(each.due() - start))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
