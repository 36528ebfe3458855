package de.amtsbote.gateway.directory.dvdv.api;

import java.util.List;

/**
 * A body and who acts for it (schema OrganizationDescription).
 *
 * @param representatives bodies that act for it, such as clearing houses
 */
public record OrganizationDescription(
    Organization organization, List<Organization> representatives) {

  public OrganizationDescription {
    representatives = representatives == null ? List.of() : List.copyOf(representatives);
  }
}
