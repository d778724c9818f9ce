/**
 * What the web server does before anything of ours runs: whose address counts, how long a client is waited for, what
 * every answer says.
 */
package fr.forment.access.server;
