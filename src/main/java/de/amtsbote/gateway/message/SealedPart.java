package de.amtsbote.gateway.message;

/** A part whose sealed chunks lie in the spool. */
record SealedPart(Part part, int chunkCount) {}
