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
      description = "Whether a message that its sender marked as a test is refused",
      defaultValue = "true")
  private boolean production = true;

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

  public boolean isProduction() {
    return production;
  }

  public void setProduction(boolean production) {
    this.production = production;
  }
}
