/**
 * Answers that a gateway can give by itself: rejection, receipt of an application, acknowledgement.
 */
package de.amtsbote.xoev.reply;
