package de.amtsbote.gateway.cli.town;

import java.io.Closeable;

/** A Fachverfahren of the demo: takes what the gateway hands over and notes its fingerprints. */
public interface Procedure extends Closeable {

  /** The name by which the gateway's configuration knows it. */
  String name();

  /** Where the gateway hands over, for people. */
  String place();
}
