package de.amtsbote.gateway.delivery;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/**
 * Takes an answer as soon as its status is there. A little of the body is read behind the caller's
 * back, so that the connection can be used again; a body that is long or does not end closes it.
 */
public final class StatusOnly implements BodyHandler<Void> {

  private static final long MOST = 64 * 1024;
  private static final Executor SOON =
      CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS, Runnable::run);

  @Override
  public BodySubscriber<Void> apply(ResponseInfo answer) {
    return new Rest();
  }

  private static final class Rest implements HttpResponse.BodySubscriber<Void> {

    private Flow.Subscription subscription;
    private long left = MOST;
    private volatile boolean ended;

    @Override
    public CompletionStage<Void> getBody() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
      if (!ended) {
        SOON.execute(this::giveUp);
      }
    }

    @Override
    public void onNext(List<ByteBuffer> octets) {
      left -= octets.stream().mapToLong(ByteBuffer::remaining).sum();
      if (left < 0) {
        giveUp();
      }
    }

    @Override
    public void onError(Throwable error) {
      ended = true;
    }

    @Override
    public void onComplete() {
      ended = true;
    }

    private void giveUp() {
      if (!ended) {
        ended = true;
        subscription.cancel();
      }
    }
  }
}
