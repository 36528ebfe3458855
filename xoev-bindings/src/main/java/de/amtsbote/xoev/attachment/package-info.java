/** The files beside a message against what the message says of them. */
package de.amtsbote.xoev.attachment;
