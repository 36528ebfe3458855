/** Taking official deliveries as they are published and making standard packages of them. */
package de.amtsbote.xoev.install;
