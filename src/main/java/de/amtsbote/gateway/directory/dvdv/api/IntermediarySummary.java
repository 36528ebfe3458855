package de.amtsbote.gateway.directory.dvdv.api;

/**
 * An intermediary in the list of all (schema SummaryServiceElementDTO).
 *
 * @param provider whether a provider runs it, not the organisation itself
 */
public record IntermediarySummary(
    Long id,
    Long orgaProvId,
    Boolean provider,
    String orgaProvName,
    String orgaProvAddress,
    String selName,
    String selDescription,
    String uri) {}
