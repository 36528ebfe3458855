package de.amtsbote.gateway.xta;

/** The kinds of refusal that XTA knows; each operation declares some of them. */
public enum XtaFault {
  PERMISSION_DENIED,
  PARAMETER_INVALID,
  TECHNICAL_PROBLEM,
  SCHEMA_VIOLATION,
  VIRUS_DETECTED,
  MESSAGE_ID_INVALID,
  SYNC_ASYNC,
  CANCEL_DENIED
}
