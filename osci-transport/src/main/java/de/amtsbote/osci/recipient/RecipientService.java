package de.amtsbote.osci.recipient;

import java.io.IOException;

/** What a recipient does with deliveries. Safe for use by many threads. */
public interface RecipientService {

  /**
   * Takes a delivery over: return only when it is stored safely, because the intermediary then
   * notes its reception.
   *
   * @return false if it is not accepted (9805 for its originator)
   */
  boolean accept(PushedDelivery delivery) throws IOException;

  /**
   * Works a delivery off at once and gives the answer back. The standard recipient does not offer
   * that and refuses the delivery.
   *
   * @return null if the delivery is stored safely, but there is no answer to it (9806 for its
   *     originator): the intermediary notes its reception all the same
   * @throws NotAcceptedException if it is not accepted (9805)
   */
  default Reply process(PushedDelivery delivery) throws IOException {
    throw new NotAcceptedException("no answers at once here", null);
  }
}
