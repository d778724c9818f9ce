/**
 * The demonstration: a circonscription under way and a clock that can be moved. Nothing here exists outside its
 * profile.
 */
package fr.forment.demonstration;
