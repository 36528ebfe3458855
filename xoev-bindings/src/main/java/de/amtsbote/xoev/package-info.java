/** What a gateway has to know of XÖV: standard packages, dispatch, validation and headers. */
package de.amtsbote.xoev;
