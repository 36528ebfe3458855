package de.amtsbote.gateway.route.directory;

import org.apache.camel.spi.Metadata;

/** Headers that {@code directory:lookup} sets. */
public final class DirectoryConstants {

  @Metadata(description = "The logical name of the partner that was found.", javaType = "String")
  public static final String PARTNER = "DirectoryPartner";

  @Metadata(
      description = "The service under which it is reached; absent for its only channel.",
      javaType = "String")
  public static final String SERVICE = "DirectoryService";

  @Metadata(description = "How it is reached: osci.", javaType = "String")
  public static final String CHANNEL = "DirectoryChannel";

  @Metadata(description = "The logical name of its OSCI intermediary.", javaType = "String")
  public static final String INTERMEDIARY = "DirectoryIntermediary";

  @Metadata(
      description = "The source that knew the partner: files, dvdv or extract.",
      javaType = "String")
  public static final String SOURCE = "DirectorySource";

  @Metadata(
      description = "Whether its source could not be asked again although it was time to.",
      javaType = "Boolean")
  public static final String STALE = "DirectoryStale";

  private DirectoryConstants() {}
}
