/** ZIP containers of messages with their documents (xdomea), opened safely. */
package de.amtsbote.xoev.container;
