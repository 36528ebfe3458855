package de.amtsbote.gateway.delivery.fitconnect;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.Failures;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import de.amtsbote.gateway.fitconnect.FitConnectException;
import de.amtsbote.gateway.fitconnect.FitConnectProperties;
import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Submits to a destination of somebody else, who says later what becomes of it. */
final class FitConnectDelivery implements Delivery {

  private final String name;
  private final FitConnectProperties.Limits limits;
  private final Targets targets;
  private final Transfer transfer;
  private final ExpectedAnswers answers;

  FitConnectDelivery(
      String name,
      FitConnectProperties.Limits limits,
      Targets targets,
      Transfer transfer,
      ExpectedAnswers answers) {
    this.name = name;
    this.limits = limits;
    this.targets = targets;
    this.transfer = transfer;
    this.answers = answers;
  }

  @Override
  public void handOver(Handover handover) {
    requireSize(handover);
    try {
      transfer.run(handover);
    } catch (IOException | UncheckedIOException e) {
      throw failure(e);
    }
  }

  @Override
  public boolean awaitsAnswer(Handover handover) {
    answers.expect(name, handover);
    return true;
  }

  @Override
  public void probe() {
    try {
      targets.probe();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void requireSize(Handover handover) {
    var tooLarge =
        handover.payload().size() > limits.data().toBytes()
            || handover.attachments().size() > limits.attachments()
            || handover.attachments().stream()
                .anyMatch(it -> it.size() > limits.attachment().toBytes());
    if (tooLarge) {
      throw refused("takes nothing as large as this", null);
    }
  }

  private GatewayException failure(Exception cause) {
    return Failures.known(cause).orElseGet(() -> translated(cause));
  }

  private GatewayException translated(Exception cause) {
    if (cause instanceof FitConnectException answer && !answer.mayGetBetter()) {
      return refused("refuses: " + answer.getMessage(), cause);
    }
    if (cause instanceof JoseException) {
      return new GatewayException(
          ErrorCode.CERTIFICATE_REFUSED,
          "delivery %s: %s".formatted(name, cause.getMessage()),
          cause);
    }
    return new GatewayException(
        ErrorCode.DELIVERY_UNAVAILABLE, "delivery %s does not answer".formatted(name), cause);
  }

  private GatewayException refused(String problem, Exception cause) {
    return new GatewayException(
        ErrorCode.DELIVERY_REFUSED, "delivery %s %s".formatted(name, problem), cause);
  }
}
