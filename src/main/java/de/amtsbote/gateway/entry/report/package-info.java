/** Why a message was refused, as a report for programs and for people. */
package de.amtsbote.gateway.entry.report;
