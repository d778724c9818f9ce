/** What stands between a browser and the engine's own pages and requests. */
package fr.forment.engine.web;
