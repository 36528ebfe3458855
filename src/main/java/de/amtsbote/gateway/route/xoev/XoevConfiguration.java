package de.amtsbote.gateway.route.xoev;

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options of {@code xoev:validate} and {@code xoev:header}. */
@UriParams
public class XoevConfiguration implements Cloneable {

  @UriPath(
      enums = "validate,header",
      description = "validate checks the message, header reads its header")
  @Metadata(required = true)
  private String operation;

  @UriParam(description = "The standard the message must belong to; the one it names if absent")
  private String standard;

  @UriParam(
      description = "The version of the standard the message must have; any valid one if absent")
  private String version;

  @UriParam(
      description =
          "Levels to check, separated by commas: safe, charset, xsd, codes, header, schematron; all if absent")
  private String levels;

  @UriParam(
      description =
          "The partner whose levels and severities count; the one at the far end if absent")
  private String partner;

  @UriParam(
      description =
          "True to refuse messages that their sender marked as tests also where the installation is not productive; a productive installation always refuses them")
  private Boolean production;

  /** Each endpoint gets options of its own. */
  public XoevConfiguration copy() {
    try {
      return (XoevConfiguration) clone();
    } catch (CloneNotSupportedException e) {
      throw new RuntimeCamelException(e);
    }
  }

  public String getOperation() {
    return operation;
  }

  public void setOperation(String operation) {
    this.operation = operation;
  }

  public String getStandard() {
    return standard;
  }

  public void setStandard(String standard) {
    this.standard = standard;
  }

  public String getVersion() {
    return version;
  }

  public void setVersion(String version) {
    this.version = version;
  }

  public String getLevels() {
    return levels;
  }

  public void setLevels(String levels) {
    this.levels = levels;
  }

  public String getPartner() {
    return partner;
  }

  public void setPartner(String partner) {
    this.partner = partner;
  }

  public Boolean getProduction() {
    return production;
  }

  public void setProduction(Boolean production) {
    this.production = production;
  }
}
