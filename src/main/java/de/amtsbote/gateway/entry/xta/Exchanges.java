package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.delivery.mailbox.Mailboxes;
import de.amtsbote.gateway.directory.Communication;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.entry.xta.ServiceProfile.Exchange;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.v31.Leniency;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells by which operation a service is offered: as is agreed, else as the directory says. An entry
 * waits for no directory: when that does not answer soon, sendMessage goes on without it.
 */
final class Exchanges implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 2;
  private static final int MOST_QUESTIONS = 16;

  private static final Set<ErrorCode> UNANSWERED =
      EnumSet.of(
          ErrorCode.DIRECTORY_UNAVAILABLE,
          ErrorCode.DIRECTORY_REFUSED,
          ErrorCode.DIRECTORY_ANSWER_INVALID);

  private final Partners partners;
  private final Mailboxes mailboxes;
  private final ThreadPoolExecutor questions =
      new ThreadPoolExecutor(
          0,
          MOST_QUESTIONS,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            var thread = new Thread(work, "xta-directory");
            thread.setDaemon(true);
            return thread;
          });

  Exchanges(Partners partners, Mailboxes mailboxes) {
    this.partners = partners;
    this.mailboxes = mailboxes;
  }

  /**
   * Refuses the operation that the service is not offered by.
   *
   * @param agreed null where nothing is
   * @throws XtaException 9080 or 9081
   * @throws GatewayException DIRECTORY_UNAVAILABLE and the like when nobody can tell now whether
   *     the service is synchronous; only for sendMessageSync
   */
  void require(XtaMetadata order, Exchange agreed, boolean synchronous) {
    var offered = agreed == null ? offered(order, synchronous) : agreed;
    if (synchronous && offered == Exchange.ASYNCHRONOUS) {
      throw new XtaException(
          XtaError.ONLY_ASYNCHRONOUS, "this service is not offered by sendMessageSync");
    }
    if (!synchronous && offered == Exchange.SYNCHRONOUS) {
      throw new XtaException(
          XtaError.ONLY_SYNCHRONOUS, "this service is offered by sendMessageSync only");
    }
  }

  private Exchange offered(XtaMetadata order, boolean mustKnow) {
    var reader = order.reader().id();
    var isDialog =
        !Leniency.NO_SERVICE.equals(order.service())
            && !mailboxes.serves(reader)
            && said(Wanted.of(reader, order.service()), mustKnow)
                .filter(it -> it == Communication.DIALOG)
                .isPresent();
    return isDialog ? Exchange.SYNCHRONOUS : Exchange.ASYNCHRONOUS;
  }

  private Optional<Communication> said(Wanted wanted, boolean mustKnow) {
    try {
      return soon(() -> partners.find(wanted).partner().osci().demands().communication());
    } catch (GatewayException e) {
      if (mustKnow && UNANSWERED.contains(e.code())) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private <T> T soon(Callable<T> question) {
    try {
      return questions.submit(question).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GatewayException known) {
        throw known;
      }
      throw new GatewayException(ErrorCode.INTERNAL, "the directory failed", e.getCause());
    } catch (TimeoutException | RejectedExecutionException e) {
      throw new GatewayException(
          ErrorCode.DIRECTORY_UNAVAILABLE, "the directory does not answer soon", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayException(ErrorCode.DIRECTORY_UNAVAILABLE, "the node stops", e);
    }
  }

  @Override
  public void close() {
    questions.shutdownNow();
  }
}
