/** Answers: messages that answer another one, and waiting for them. */
package de.amtsbote.gateway.message.answer;
