package de.amtsbote.osci.intermediary;

import java.io.IOException;

/** Executes one kind of order. */
interface OrderHandler {

  Outcome handle(Request request) throws IOException;
}
