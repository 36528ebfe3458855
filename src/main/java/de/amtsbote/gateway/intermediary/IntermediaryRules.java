package de.amtsbote.gateway.intermediary;

import de.amtsbote.osci.intermediary.ChunkPolicy;
import de.amtsbote.osci.intermediary.IntermediaryPolicy;
import de.amtsbote.osci.intermediary.IntermediaryPolicy.Retention;
import de.amtsbote.osci.intermediary.MailboxLimits;
import de.amtsbote.osci.intermediary.PushPolicy;
import de.amtsbote.osci.intermediary.PushRetry;
import de.amtsbote.osci.wire.ReadLimits;
import java.time.Duration;
import java.util.Set;

/** The settings in the terms of the library. */
final class IntermediaryRules {

  /** No attempt takes longer: the time-outs of the transport together, and some reserve. */
  private static final Duration LEASE = Duration.ofMinutes(15);

  private final IntermediaryProperties properties;

  IntermediaryRules(IntermediaryProperties properties) {
    this.properties = properties;
  }

  IntermediaryPolicy policy() {
    var keep = properties.keep();
    var mailbox = properties.mailbox();
    return IntermediaryPolicy.strict()
        .dialogTimeout(properties.dialogTimeout())
        .keeping(new Retention(keep.received(), keep.unread(), keep.cards(), keep.unusedIds()))
        .limitedTo(new MailboxLimits(mailbox.deliveries(), mailbox.size().toBytes()));
  }

  ChunkPolicy chunks() {
    var chunks = properties.chunks();
    return new ChunkPolicy(
        chunks.smallest().toBytes(),
        chunks.largest().toBytes(),
        chunks.message().toBytes(),
        chunks.client().toBytes(),
        chunks.keep());
  }

  PushPolicy push() {
    var push = properties.push();
    return PushPolicy.to(Set.copyOf(push.recipients()))
        .retrying(new PushRetry(push.firstPause(), push.longestPause(), push.giveUpAfter(), LEASE));
  }

  ReadLimits limits() {
    return ReadLimits.upTo(properties.maxMessageSize().toBytes());
  }
}
