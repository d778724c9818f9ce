/** What a person sees first, and pages over several features. Reads only. */
package fr.forment.overview;
