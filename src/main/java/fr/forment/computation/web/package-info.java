/** Pages of the search for a better plan. */
package fr.forment.computation.web;
