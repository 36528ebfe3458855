package de.amtsbote.osci.endpoint;

import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageHead;
import java.io.IOException;

/** What a supplier does with orders. Safe for use by many threads. */
public interface OsciService {

  /**
   * Executes an order whose signature, if it has one, is verified.
   *
   * @throws FaultException if no OSCI answer is possible
   * @throws OsciException if something is wrong with the order that the reader could not see
   */
  Answer execute(IncomingMessage order) throws IOException;

  /**
   * Answers an order that was understood but cannot be trusted.
   *
   * @throws FaultException if no OSCI answer is possible
   */
  Answer refuse(MessageHead order, OsciError error) throws IOException;
}
