package de.amtsbote.gateway.message;

/**
 * Two different messages that claim to be the same one.
 *
 * @param first receipt of the one that came first and stands
 * @param refused the receipt that the other one would have got; nothing of it was stored
 */
public record ReceiptConflict(Receipt first, Receipt refused) {}
