/** The OpenAPI document, made of the controllers and checked against what they really answer. */
package de.amtsbote.gateway.entry.openapi;
