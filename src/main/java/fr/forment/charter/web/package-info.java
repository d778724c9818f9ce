/** The rules as people read, accept, publish and count them. */
package fr.forment.charter.web;
