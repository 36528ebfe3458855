/** Answers: messages that answer another one. */
package de.amtsbote.gateway.message.answer;
