/** Retention: how long content and evidence are kept, the job that removes them, its report. */
package de.amtsbote.gateway.operations.retention;
