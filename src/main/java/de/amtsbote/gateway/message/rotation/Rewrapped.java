package de.amtsbote.gateway.message.rotation;

/**
 * What a run did for one old key.
 *
 * @param from the old key
 * @param to the key that wraps them now
 * @param done data keys that were wrapped anew
 * @param failed data keys that do not open, so that they stay as they are
 * @param left data keys under the old key after the run, the failed ones included
 */
public record Rewrapped(String from, String to, long done, long failed, long left) {}
