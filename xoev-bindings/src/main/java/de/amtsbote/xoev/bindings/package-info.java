/**
 * Java classes for messages of the demo standard and for headers, generated from our own schemas.
 */
package de.amtsbote.xoev.bindings;
